// "Save" keeps what a person has typed in the browser, under the number of the task: customers' names
// and words, for each login at this desk that gets to see the task. So a draft belongs to the login
// that has saved it; no other login reads it, and the next one removes it. Without a login none is
// read or kept.
const DRAFT = /^(camunda-form|camForm):/;
const {getItem, setItem, removeItem} = Storage.prototype;

let root = null;

const suffix = () => {
  const user = root && root.authentication && root.authentication.name;
  return user ? '@' + encodeURIComponent(user) : null;
};

const isDraft = (storage, key) => storage === window.localStorage && DRAFT.test(key);

const ownKey = key => key.endsWith(suffix()) ? key : key + suffix();

Storage.prototype.getItem = function (key) {
  if (!isDraft(this, key)) {
    return getItem.call(this, key);
  }
  return suffix() ? getItem.call(this, ownKey(key)) : null;
};

Storage.prototype.setItem = function (key, value) {
  if (!isDraft(this, key)) {
    setItem.call(this, key, value);
  } else if (suffix()) {
    setItem.call(this, ownKey(key), value);
  }
};

Storage.prototype.removeItem = function (key) {
  removeItem.call(this, isDraft(this, key) && suffix() ? ownKey(key) : key);
};

const removeOthers = () => {
  const own = suffix();
  if (own) {
    Object.keys(window.localStorage)
      .filter(key => DRAFT.test(key) && !key.endsWith(own))
      .forEach(key => removeItem.call(window.localStorage, key));
  }
};

window.angular.module('cam.tasklist').run(['$rootScope', $rootScope => {
  root = $rootScope;
  removeOthers();
  $rootScope.$on('authentication.changed', removeOthers);
}]);

export default [];
