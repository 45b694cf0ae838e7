// Refusals would pile up as red bars, the oldest on top, and stay when a later try succeeds; a person
// cannot tell then which one holds. A new one takes the place of those before, and so does the
// message of a success.
window.angular.module('cam.tasklist').run(['Notifications', notifications => {
  const addError = notifications.addError;
  const addMessage = notifications.addMessage;

  notifications.addError = function (error) {
    error.type = error.type || 'danger';
    error.exclusive = error.exclusive || ['type'];
    addError.call(this, error);
  };
  notifications.addMessage = function (message) {
    this.clear({type: 'danger'});
    addMessage.call(this, message);
  };
}]);

export default [];
