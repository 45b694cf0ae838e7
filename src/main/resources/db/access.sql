--liquibase formatted sql

-- Tasklist's filters. Created once; administrators may change or delete them afterwards. ${...} in
-- their expressions is evaluated by the engine.
--changeset customer-focus:tasklist-filters
insert into ACT_RU_FILTER (ID_, REV_, RESOURCE_TYPE_, NAME_, QUERY_, PROPERTIES_) values
  ('my-tasks', 1, 'Task', 'My tasks',
   '{"taskAssigneeExpression":"${currentUser()}","orderingProperties":[{"queryProperty":"DUE_DATE_","direction":"asc"}]}',
   '{"description":"What waits for me, the most urgent first","color":"#1f6f8b","priority":1,"refresh":true}'),
  ('overdue-tasks', 1, 'Task', 'Overdue',
   '{"taskAssigneeExpression":"${currentUser()}","dueBeforeExpression":"${now()}","orderingProperties":[{"queryProperty":"DUE_DATE_","direction":"asc"}]}',
   '{"description":"What I should have done by now","color":"#b3261e","priority":2,"refresh":true}'),
  ('group-tasks', 1, 'Task', 'My groups'' tasks',
   '{"taskCandidateGroupInExpression":"${currentUserGroups()}","orderingProperties":[{"queryProperty":"DUE_DATE_","direction":"asc"}]}',
   '{"description":"What one of my groups should do and nobody has claimed","color":"#7a5195","priority":3,"refresh":true}'),
  ('all-tasks', 1, 'Task', 'All tasks',
   '{"orderingProperties":[{"queryProperty":"DUE_DATE_","direction":"asc"}]}',
   '{"description":"Everybody''s tasks, for process owners and administrators","color":"#5f6b6d","priority":4,"refresh":true}');
-- Authorizations of the filters. TYPE_ 0: all accounts, 1: the group; RESOURCE_TYPE_ 5: filter;
-- PERMS_ 2: read.
insert into ACT_RU_AUTHORIZATION (ID_, REV_, TYPE_, USER_ID_, RESOURCE_TYPE_, RESOURCE_ID_, PERMS_) values
  ('read-my-tasks', 1, 0, '*', 5, 'my-tasks', 2),
  ('read-overdue-tasks', 1, 0, '*', 5, 'overdue-tasks', 2),
  ('read-group-tasks', 1, 0, '*', 5, 'group-tasks', 2);
insert into ACT_RU_AUTHORIZATION (ID_, REV_, TYPE_, GROUP_ID_, RESOURCE_TYPE_, RESOURCE_ID_, PERMS_) values
  ('read-all-tasks', 1, 1, 'process-owners', 5, 'all-tasks', 2);

-- Filters of handoffs. A department's tasks have its group as candidate, also while a member has
-- them; the engine's authorizations leave each person the tasks of the own groups.
--changeset customer-focus:filters-of-handoffs
insert into ACT_RU_FILTER (ID_, REV_, RESOURCE_TYPE_, NAME_, QUERY_, PROPERTIES_) values
  ('handoffs-to-accept', 1, 'Task', 'To accept',
   '{"processDefinitionKey":"partner-handoff","key":"acceptHandoff","taskCandidateGroupInExpression":"${currentUserGroups()}","includeAssignedTasks":true,"orderingProperties":[{"queryProperty":"DUE_DATE_","direction":"asc"}]}',
   '{"description":"Requests from other departments that mine has not accepted yet","color":"#2f6f4f","priority":10,"refresh":true}'),
  ('handoffs-to-deliver', 1, 'Task', 'To deliver',
   '{"processDefinitionKey":"partner-handoff","key":"deliver","taskCandidateGroupInExpression":"${currentUserGroups()}","includeAssignedTasks":true,"orderingProperties":[{"queryProperty":"DUE_DATE_","direction":"asc"}]}',
   '{"description":"What my department has promised to other departments","color":"#2f6f4f","priority":11,"refresh":true}'),
  ('handoffs-due-this-week', 1, 'Task', 'Due this week',
   '{"processDefinitionKey":"partner-handoff","taskCandidateGroupInExpression":"${currentUserGroups()}","includeAssignedTasks":true,"dueAfterExpression":"${now()}","dueBeforeExpression":"${dateTime().plusWeeks(1).withDayOfWeek(1).withTimeAtStartOfDay().toDate()}","orderingProperties":[{"queryProperty":"DUE_DATE_","direction":"asc"}]}',
   '{"description":"Handoffs of my department that are due by Sunday","color":"#2f6f4f","priority":12,"refresh":true}'),
  ('handoffs-overdue', 1, 'Task', 'Late handoffs',
   '{"processDefinitionKey":"partner-handoff","taskCandidateGroupInExpression":"${currentUserGroups()}","includeAssignedTasks":true,"dueBeforeExpression":"${now()}","orderingProperties":[{"queryProperty":"DUE_DATE_","direction":"asc"}]}',
   '{"description":"Handoffs of my department whose date has passed","color":"#b3261e","priority":13,"refresh":true}'),
  ('handoffs-waiting', 1, 'Task', 'Waiting for partners',
   '{"processDefinitionKey":"partner-handoff","key":"followHandoff","taskAssigneeExpression":"${currentUser()}","orderingProperties":[{"queryProperty":"DUE_DATE_","direction":"asc"}]}',
   '{"description":"What I have asked other departments to do","color":"#7a5195","priority":14,"refresh":true}');
insert into ACT_RU_AUTHORIZATION (ID_, REV_, TYPE_, USER_ID_, RESOURCE_TYPE_, RESOURCE_ID_, PERMS_) values
  ('read-handoffs-to-accept', 1, 0, '*', 5, 'handoffs-to-accept', 2),
  ('read-handoffs-to-deliver', 1, 0, '*', 5, 'handoffs-to-deliver', 2),
  ('read-handoffs-due-this-week', 1, 0, '*', 5, 'handoffs-due-this-week', 2),
  ('read-handoffs-overdue', 1, 0, '*', 5, 'handoffs-overdue', 2),
  ('read-handoffs-waiting', 1, 0, '*', 5, 'handoffs-waiting', 2);

-- Filters of customers' cases, for their owners.
--changeset customer-focus:filters-of-cases
insert into ACT_RU_FILTER (ID_, REV_, RESOURCE_TYPE_, NAME_, QUERY_, PROPERTIES_) values
  ('cases-news', 1, 'Task', 'Next news due',
   '{"processDefinitionKey":"stay-with-customer","key":"stayWithCustomer","taskAssigneeExpression":"${currentUser()}","orderingProperties":[{"queryProperty":"DUE_DATE_","direction":"asc"}]}',
   '{"description":"My customers, by when they hear from me next","color":"#2f6f4f","priority":20,"refresh":true}'),
  ('cases-late', 1, 'Task', 'Late news',
   '{"processDefinitionKey":"stay-with-customer","key":"stayWithCustomer","taskAssigneeExpression":"${currentUser()}","dueBeforeExpression":"${now()}","orderingProperties":[{"queryProperty":"DUE_DATE_","direction":"asc"}]}',
   '{"description":"Customers who should have heard from me by now","color":"#b3261e","priority":21,"refresh":true}'),
  ('cases-work', 1, 'Task', 'My cases',
   '{"processDefinitionKey":"stay-with-customer","taskAssigneeExpression":"${currentUser()}","orderingProperties":[{"queryProperty":"DUE_DATE_","direction":"asc"}]}',
   '{"description":"All that I have to do for my customers","color":"#1f6f8b","priority":22,"refresh":true}');
insert into ACT_RU_AUTHORIZATION (ID_, REV_, TYPE_, GROUP_ID_, RESOURCE_TYPE_, RESOURCE_ID_, PERMS_) values
  ('read-cases-news', 1, 1, 'front-line', 5, 'cases-news', 2),
  ('read-cases-late', 1, 1, 'front-line', 5, 'cases-late', 2),
  ('read-cases-work', 1, 1, 'front-line', 5, 'cases-work', 2);

-- Late work shows also to who answers for the department, a candidate of the task in person. The
-- engine counts the groups of a candidate, too.
--changeset customer-focus:late-handoffs-of-who-answers
update ACT_RU_FILTER
   set QUERY_ = replace(QUERY_, '"taskCandidateGroupInExpression":"${currentUserGroups()}"',
                        '"taskCandidateUserExpression":"${currentUser()}"')
 where ID_ in ('handoffs-to-deliver', 'handoffs-overdue');
