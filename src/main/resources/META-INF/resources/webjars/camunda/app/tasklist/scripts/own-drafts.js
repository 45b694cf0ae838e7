// "Save", and the end of a session, keep what a person has typed in the browser, under the number of
// the task: customers' names and words, for each login at this desk that gets to see the task. So a
// draft belongs to the login that has typed it; no other login reads it, and the next one removes it.
// Tasklist would also put a draft in the place of what the form gets from the program, such as the
// choices of the task, and the form could not be completed any more: here each complements the other.
const DRAFT = /^(camunda-form|camForm):/;
const FORM = 'camunda-form:';
const {getItem, setItem, removeItem} = Storage.prototype;

let root = null;
// Also while the session has ended: then what is typed is kept as this person's.
let typing = null;

const reading = () => root && root.authentication && root.authentication.name;

const suffix = user => '@' + encodeURIComponent(user);

const isDraft = (storage, key) => storage === window.localStorage && DRAFT.test(key);

const keyOf = (key, user) => key.endsWith(suffix(user)) ? key : key + suffix(user);

Storage.prototype.getItem = function (key) {
  if (!isDraft(this, key)) {
    return getItem.call(this, key);
  }
  // Those of forms are merged below.
  const user = reading();
  return user && !key.startsWith(FORM) ? getItem.call(this, keyOf(key, user)) : null;
};

Storage.prototype.setItem = function (key, value) {
  if (!isDraft(this, key)) {
    setItem.call(this, key, value);
  } else if (typing) {
    setItem.call(this, keyOf(key, typing), value);
  }
};

Storage.prototype.removeItem = function (key) {
  removeItem.call(this, isDraft(this, key) && typing ? keyOf(key, typing) : key);
};

const loggedIn = () => {
  const user = reading();
  if (user) {
    typing = user;
    Object.keys(window.localStorage)
      .filter(key => DRAFT.test(key) && !key.endsWith(suffix(user)))
      .forEach(key => removeItem.call(window.localStorage, key));
  }
};

const draftOf = task => {
  const user = reading();
  const draft = user && getItem.call(window.localStorage, keyOf(FORM + task, user));
  return draft ? JSON.parse(draft) : {};
};

const isJson = variable => variable.type === 'Json'
  || variable.valueInfo && variable.valueInfo.serializationDataFormat === 'application/json';

const merge = (variables, draft) => {
  for (const [name, typed] of Object.entries(draft)) {
    const known = variables[name];
    if (typed && typeof typed === 'object' && !Array.isArray(typed)) {
      const value = known && isJson(known) ? JSON.parse(known.value) : {};
      variables[name] = {...known, type: 'Json', value: JSON.stringify({...value, ...typed})};
    } else if (typed !== null && !(known && isJson(known))) {
      variables[name] = {...known, value: typed};
    }
  }
  return variables;
};

window.angular.module('cam.tasklist').run(['$rootScope', 'camAPI', ($rootScope, camAPI) => {
  root = $rootScope;
  loggedIn();
  $rootScope.$on('authentication.changed', loggedIn);

  const task = camAPI.resource('task');
  const formVariables = task.formVariables;
  task.formVariables = function (options, done) {
    const variables = formVariables.apply(this, arguments);
    return done ? variables : variables.then(found => merge(found, draftOf(options.id)));
  };
}]);

export default [];
