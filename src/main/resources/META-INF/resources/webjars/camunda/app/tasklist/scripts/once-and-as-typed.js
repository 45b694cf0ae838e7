// Fields of a form take over what a person types up to 300 ms later, dates only after the field is
// left. A person who types and completes at once would send the value before. So a click on
// Complete or Start leaves the field and waits until typing is half a second ago. A second click
// meanwhile, or until the answer has come, does nothing: a double click starts one process.
// Leaving a date closes its calendar, which can move the button away between the press and the
// release of the mouse, so that the browser sees no click: where the mouse stood still, it is one.
// That holds for the left button of the mouse only, and while the button is on the page.
const SETTLED = 500;
const ANSWERED = 1500;
const STILL = 4;
const BUTTONS = 'button[ng-click="complete()"], .modal-footer button.btn-primary';

let typed = 0;
let passing = null;
let waiting = null;
let sent = 0;
let pressed = null;

const buttonAt = e => e.target.closest && e.target.closest(BUTTONS);

for (const event of ['input', 'change', 'keydown', 'paste']) {
  document.addEventListener(event, e => {
    if (e.target.closest && e.target.closest('form, .fjs-container')) {
      typed = Date.now();
    }
  }, true);
}

document.addEventListener('mousedown', e => {
  const button = e.button === 0 && buttonAt(e);
  pressed = button && {button, x: e.clientX, y: e.clientY};
}, true);

document.addEventListener('mouseup', e => {
  const press = pressed;
  pressed = null;
  if (press && e.button === 0 && press.button.isConnected && !press.button.contains(e.target)
      && Math.abs(e.clientX - press.x) <= STILL && Math.abs(e.clientY - press.y) <= STILL) {
    press.button.click();
  }
}, true);

document.addEventListener('click', e => {
  const button = buttonAt(e);
  if (!button || button === passing) {
    return;
  }
  const now = Date.now();
  const isTwice = waiting || e.detail > 1 && now - sent < ANSWERED;
  const rest = typed + SETTLED - now;
  if (!isTwice && rest <= 0) {
    sent = now;
    return;
  }
  e.preventDefault();
  e.stopImmediatePropagation();
  if (isTwice) {
    return;
  }
  if (document.activeElement && document.activeElement !== button) {
    document.activeElement.blur();
  }
  waiting = setTimeout(() => {
    waiting = null;
    sent = Date.now();
    passing = button;
    button.click();
    passing = null;
  }, SETTLED);
}, true);

export default [];
