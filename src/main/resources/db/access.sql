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
