"""What lies between the app and the terminal.

capabilities   what the terminal can do, by its environment and terminfo
line           its descriptors and modes, and how it is given back
pens           colours and attributes, and the shortest way from one to the next
strokes        changes of the screen, in the order that costs the fewest bytes
cells          what the terminal shows and what it shall show
display        the app that sends only the cells that changed
driver         Textual's driver: keys in, bytes out; keyboard, writer and signals are its parts
web            the same for a page in a browser
first_screen   what is shown while the app is still imported
bandwidth      slow lines
clipboard      copying, by the terminal and by tools of the desktop
session        what lay open, kept in a file
"""
