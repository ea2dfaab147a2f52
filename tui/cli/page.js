// The terminal measures its letters once, so they have to be there before it; what is typed goes to it without a click.
const begin = window.onload;
window.onload = async (event) => {
  await Promise.allSettled([...document.fonts].map((font) => font.load()));
  begin(event);
  document.querySelector(".xterm-helper-textarea").focus();
};
