package com.customerfocus.access;

import com.customerfocus.attachment.Attachments;
import com.customerfocus.attachment.FilesOfPromises;
import com.customerfocus.cascade.receipt.ReceiptLinks;
import com.customerfocus.customer.ContactLinks;
import com.customerfocus.customer.SampleCustomers;
import com.customerfocus.customer.imports.CustomerEntry;
import com.customerfocus.customer.imports.CustomerEntry.Values;
import com.customerfocus.customercase.news.CaseLinks;
import com.customerfocus.customercase.survey.SurveyLinks;
import com.customerfocus.deadline.level.ClockSubject;
import com.customerfocus.deadline.level.ClockTarget;
import com.customerfocus.deadline.level.ServiceClocks;
import com.customerfocus.handoff.HandoffClocks;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.FreshStart;
import com.customerfocus.testing.HttpBrowser;
import com.customerfocus.worktime.WorkingAmount;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Actions with their requests, as the pages send them or as an expert of the engine's interface
 * forges them. Each attempt creates its own object and does not clean up.
 */
class AccessActions {

  /** Id of a person who is a stranger to every visitor. */
  static final String OTHER = "other";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DEPLOYMENT = "access-table";
  private static final String TARGETS = "/camunda/api/decisions/handoff-clocks";
  private static final String LAWS = "/camunda/api/decisions/complaint-deadlines";
  private static final String SETUP = "/camunda/api/admin/setup/default/user/create";

  /** Text of the memo's button on a Spanish personal page. */
  private static final String TITLE = "El cliente es lo primero";

  /** Message-ID and text of a mail that came in. */
  private static final String INCOMING_ID = "<question@customer.example>";

  private static final String INCOMING_CONTENT = "The router has no light";

  private static final String CRAFTED =
      """
      {"reporterId": {"value": "other", "type": "String"},
       "absence": {"type": "Json", "value": "{\\"kind\\":\\"nobody\\"}"}}
      """;

  private static final Map<String, String> GROUPS =
      Map.of(
          "ana", Groups.MANAGERS,
          "head", Groups.MANAGERS,
          "boss", Groups.SENIOR_OFFICERS,
          "com", Groups.COMMUNICATIONS,
          "owner", Groups.PROCESS_OWNERS,
          "fran", Groups.FRONT_LINE,
          "admin", Groups.ADMINISTRATORS);

  private static final String HANDOFF =
      """
      {"partner": "workshop", "need": "A frame", "doneWhen": "It fits", "wished": "2026-03-04"}
      """;

  private static final String GIVE_TO_WES =
      """
      {"variables": {"word": {"type": "Json", "value": "{\\"decision\\": \\"GIVE_TO_COLLEAGUE\\",
          \\"colleague\\": \\"wes\\", \\"note\\": \\"You have the time for it.\\"}"}}}
      """
          .replaceAll("\\n +", " ");

  private static final String APPROVED =
      """
      {"variables": {"approval": {"type": "Json", "value": "{\\"decision\\": \\"APPROVE\\"}"}}}
      """;

  private static final String ALL_IS_WELL =
      """
      {"variables": {"caseFollowUp": {"type": "Json", "value": "{\\"answer\\": \\"WELL\\"}"}}}
      """;

  private static final String TABLE =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n"
          xmlns:camunda="http://camunda.org/schema/1.0/dmn">
        <decision id="%s" name="Errand" camunda:historyTimeToLive="1">
          <decisionTable id="t"><output id="o" typeRef="string"/></decisionTable>
        </decision>
      </definitions>
      """;

  private final ProcessEngine engine;
  private final CascadeSteps cascadeSteps;
  private final ReceiptLinks links;
  private final ContactLinks contactLinks;
  private final CaseLinks caseLinks;
  private final SurveyLinks surveyLinks;
  private final JdbcTemplate rows;
  private final CustomerEntry customers;
  private final Attachments attachments;
  private final ServiceClocks clocks;
  private final List<Sweep> sweeps;

  private String personalPage;
  private Batch batch;

  AccessActions(
      ProcessEngine engine,
      CascadeSteps cascadeSteps,
      ReceiptLinks links,
      ContactLinks contactLinks,
      CaseLinks caseLinks,
      SurveyLinks surveyLinks,
      JdbcTemplate rows,
      CustomerEntry customers,
      Attachments attachments,
      ServiceClocks clocks,
      List<Sweep> sweeps) {
    this.engine = engine;
    this.cascadeSteps = cascadeSteps;
    this.links = links;
    this.contactLinks = contactLinks;
    this.caseLinks = caseLinks;
    this.surveyLinks = surveyLinks;
    this.rows = rows;
    this.customers = customers;
    this.attachments = attachments;
    this.clocks = clocks;
    this.sweeps = sweeps;
  }

  /** A memo on its way, models for errands, and a batch. */
  void prepare() {
    rows.update(
        """
        insert into incoming_mail (digest, kind, state, readable, sender, subject, text, message_id,
                                   from_recipient, received_at, recorded_at)
        values ('d', 'HUMAN', 'WAITING', true, 'ana@customer.example', ?, ?, ?, false, ?, ?)
        """,
        INCOMING_CONTENT,
        INCOMING_CONTENT,
        INCOMING_ID,
        FreshStart.MONDAY_MORNING.atOffset(ZoneOffset.UTC),
        FreshStart.MONDAY_MORNING.atOffset(ZoneOffset.UTC));
    var cascade = cascadeSteps.launchAndRelease("boss", "com");
    personalPage = URI.create(links.urlFor(cascadeSteps.receiptOf(cascade, "ana"))).getPath();
    var errand =
        Bpmn.createExecutableProcess("errand")
            .camundaHistoryTimeToLiveString("P1D")
            .startEvent()
            .userTask("runErrand")
            .camundaAssignee("${who}")
            .camundaCandidateGroups("${group}")
            .receiveTask("awaitNews")
            .message("errand.news")
            .endEvent()
            .done();
    var failing =
        Bpmn.createExecutableProcess("failing-errand")
            .camundaHistoryTimeToLiveString("P1D")
            .startEvent()
            .serviceTask("fail")
            .camundaExpression("${execution.id}")
            .camundaAsyncBefore()
            .endEvent()
            .done();
    var external =
        Bpmn.createExecutableProcess("external-errand")
            .camundaHistoryTimeToLiveString("P1D")
            .startEvent()
            .serviceTask("beElsewhere")
            .camundaExternalTask("elsewhere")
            .endEvent()
            .done();
    engine
        .getRepositoryService()
        .createDeployment()
        .name(DEPLOYMENT)
        .addModelInstance("external-errand.bpmn", external)
        .addModelInstance("errand.bpmn", errand)
        .addModelInstance("failing-errand.bpmn", failing)
        .addString("errand.dmn", TABLE.formatted("errandKind"))
        .deploy();
    batch =
        engine
            .getRuntimeService()
            .deleteProcessInstancesAsync(List.of(errandFor(OTHER).getProcessInstanceId()), "");
  }

  void cleanUp() {
    engine.getManagementService().createBatchQuery().list().stream()
        .map(Batch::getId)
        .forEach(id -> engine.getManagementService().deleteBatch(id, true));
    engine.getRepositoryService().createDeploymentQuery().deploymentName(DEPLOYMENT).list().stream()
        .map(Deployment::getId)
        .forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
    engine.getFilterService().createFilterQuery().filterName(DEPLOYMENT).list().stream()
        .map(Filter::getId)
        .forEach(engine.getFilterService()::deleteFilter);
    engine.getTaskService().createTaskQuery().taskName(DEPLOYMENT).list().stream()
        .map(Task::getId)
        .forEach(id -> engine.getTaskService().deleteTask(id, true));
    rows.update(
        "delete from ACT_RU_AUTHORIZATION where GROUP_ID_ like 'at-%' or RESOURCE_ID_ like 'at-%'");
    rows.update("delete from ACT_ID_MEMBERSHIP where GROUP_ID_ like 'at-%'");
    rows.update("delete from ACT_ID_GROUP where ID_ like 'at-%'");
  }

  List<AccessAction> all() {
    return List.of(
        // Pages
        AccessAction.of("log in to Tasklist", Visitor::isLoggedIn),
        AccessAction.of("open Cockpit", visitor -> mayOpen(visitor, "cockpit")),
        AccessAction.of("open Admin", visitor -> mayOpen(visitor, "admin")),
        AccessAction.of(
            "make an administrator by the setup",
            visitor -> isDone(visitor.send("POST", SETUP, HttpBrowser.JSON, newUser(name())))),
        AccessAction.of(
            "open a personal page by its link",
            visitor -> shows(visitor.send("GET", personalPage, null, null), TITLE)),
        AccessAction.of(
            "open a personal page by a guess",
            visitor -> shows(visitor.send("GET", "/memo/" + name(), null, null), TITLE)),
        AccessAction.of(
            "open the questions after a customer's case by their link",
            visitor -> isDone(visitor.send("GET", questionsPage(), null, null))),
        AccessAction.of(
            "open the questions after a customer's case by a guess",
            visitor -> isDone(visitor.send("GET", SurveyLinks.PATH + "/" + name(), null, null))),
        AccessAction.of(
            "read the one word of health",
            visitor -> isDone(visitor.send("GET", "/actuator/health", null, null))),
        AccessAction.of(
            "read the details of health",
            visitor -> shows(visitor.api("/actuator/health"), "\"components\"")),
        // Tasks
        AccessAction.ofPerson(
            "read a task",
            (visitor, holder) -> {
              var id = errandFor(holder).getId();
              return shows(visitor.engine("GET", "/task/" + id), id);
            }),
        AccessAction.ofPerson(
            "find a task",
            (visitor, holder) -> {
              var id = errandFor(holder).getId();
              return shows(
                  visitor.engine("POST", "/task", "{\"assignee\":\"%s\"}".formatted(holder)), id);
            }),
        AccessAction.ofPerson(
            "read the form of a task",
            (visitor, holder) ->
                isDone(
                    visitor.engine(
                        "GET", "/task/" + errandFor(holder).getId() + "/form-variables"))),
        AccessAction.ofPerson(
            "read the variables of a task",
            (visitor, holder) ->
                isDone(visitor.engine("GET", "/task/" + errandFor(holder).getId() + "/variables"))),
        ofTask("complete a task", "/submit-form", "{\"variables\":{}}"),
        AccessAction.ofPerson(
            "claim a task of one's group",
            (visitor, holder) ->
                isDone(
                    visitor.engine(
                        "POST",
                        "/task/" + groupErrandFor(holder).getId() + "/claim",
                        "{\"userId\":\"%s\"}".formatted(visitor.id())))),
        AccessAction.of(
            "complete a task of one's group that a colleague has claimed",
            visitor -> {
              var task = groupErrandFor(visitor.id()).getId();
              engine.getTaskService().setAssignee(task, OTHER);
              return isDone(visitor.engine("POST", "/task/" + task + "/submit-form", "{}"));
            }),
        AccessAction.ofPerson(
            "give late work of the department that one heads to another member",
            (visitor, holder) -> {
              var task = lateTaskOfDepartmentOf(holder).getId();
              var answer = visitor.engine("POST", "/task/" + task + "/submit-form", GIVE_TO_WES);
              rows.update("update department set head_id = 'wes' where id = 'workshop'");
              return isDone(answer);
            }),
        AccessAction.ofPerson(
            "record what a customer says some time after closing",
            (visitor, holder) ->
                isDone(
                    visitor.engine(
                        "POST",
                        "/task/" + followUpTaskOf(holder).getId() + "/submit-form",
                        ALL_IS_WELL))),
        ofTask("give a task to another person", "/assignee", "{\"userId\":\"oz\"}"),
        ofTask("un-claim a task", "/unclaim", "{}"),
        ofTask("delegate a task", "/delegate", "{\"userId\":\"oz\"}"),
        ofTask("resolve a task", "/resolve", "{\"variables\":{}}"),
        ofTask(
            "set a variable of a task",
            "/variables",
            "{\"modifications\":{\"x\":{\"value\":\"1\",\"type\":\"String\"}}}"),
        ofTask("end a task by an error", "/bpmnError", "{\"errorCode\":\"x\"}"),
        AccessAction.ofPerson(
            "change the due date of a task",
            (visitor, holder) -> {
              var task = errandFor(holder);
              return isDone(
                  visitor.engine(
                      "PUT",
                      "/task/" + task.getId(),
                      "{\"assignee\":\"%s\",\"due\":\"2026-04-01T09:00:00.000+0000\"}"
                          .formatted(holder)));
            }),
        AccessAction.of(
            "create a task by hand",
            visitor ->
                isDone(
                    visitor.engine(
                        "POST", "/task/create", "{\"name\":\"%s\"}".formatted(DEPLOYMENT)))),
        // Starting
        AccessAction.of(
            "launch a memo",
            visitor ->
                isDone(
                    visitor.engine(
                        "POST",
                        "/process-definition/key/memo-cascade/submit-form",
                        variables("memo", CascadeSteps.memo())))),
        AccessAction.of(
            "say that one is away",
            visitor ->
                isDone(
                    visitor.engine(
                        "POST",
                        "/process-definition/key/person-absence/submit-form",
                        variables(
                            "absence",
                            Map.of(
                                "kind", "away",
                                "from", "2026-05-04",
                                "until", "2026-05-08"))))),
        AccessAction.of(
            "import the organization in Tasklist",
            visitor ->
                shows(
                    visitor.engine(
                        "GET",
                        "/process-definition?startableInTasklist=true"
                            + "&startablePermissionCheck=true&active=true"),
                    "\"organization-import\"")),
        AccessAction.of(
            "import customers in Tasklist",
            visitor ->
                shows(
                    visitor.engine(
                        "GET",
                        "/process-definition?startableInTasklist=true"
                            + "&startablePermissionCheck=true&active=true"),
                    "\"customer-import\"")),
        AccessAction.of(
            "start a process with variables of one's own",
            visitor ->
                isDone(
                    visitor.engine(
                        "POST",
                        "/process-definition/key/person-absence/start",
                        "{\"variables\":" + CRAFTED + "}"))),
        AccessAction.of(
            "start a process in its middle",
            visitor ->
                isDone(
                    visitor.engine(
                        "POST",
                        "/process-definition/key/person-absence/start",
                        """
                        {"variables": %s, "startInstructions": [
                          {"type": "startBeforeActivity", "activityId": "correctAbsence"}]}
                        """
                            .formatted(CRAFTED)))),
        AccessAction.of(
            "start a process that the program starts",
            visitor ->
                isDone(
                    visitor.engine(
                        "POST", "/process-definition/key/failing-errand/submit-form", "{}"))),
        // Instances
        AccessAction.of(
            "correlate a message",
            visitor -> {
              var task = errandFor(OTHER);
              engine.getTaskService().complete(task.getId());
              return isDone(
                  visitor.engine(
                      "POST",
                      "/message",
                      "{\"messageName\":\"errand.news\",\"processInstanceId\":\"%s\"}"
                          .formatted(task.getProcessInstanceId())));
            }),
        AccessAction.of(
            "throw a signal",
            visitor -> isDone(visitor.engine("POST", "/signal", "{\"name\":\"no-such\"}"))),
        AccessAction.of(
            "see an instance",
            visitor -> {
              var id = errandFor(OTHER).getProcessInstanceId();
              return shows(visitor.engine("GET", "/process-instance/" + id), id);
            }),
        AccessAction.of(
            "see variables of instances",
            visitor -> {
              var id = errandFor(OTHER).getProcessInstanceId();
              return shows(
                  visitor.engine(
                      "POST",
                      "/variable-instance?deserializeValues=false",
                      "{\"processInstanceIdIn\":[\"%s\"]}".formatted(id)),
                  id);
            }),
        AccessAction.of(
            "see the history of instances",
            visitor -> {
              var id = errandFor(OTHER).getProcessInstanceId();
              return shows(
                  visitor.engine("GET", "/history/process-instance?processInstanceId=" + id), id);
            }),
        AccessAction.of(
            "modify an instance",
            visitor ->
                isDone(
                    visitor.engine(
                        "POST",
                        instance() + "/modification",
                        """
                        {"instructions":
                          [{"type": "startAfterActivity", "activityId": "runErrand"}]}
                        """))),
        AccessAction.of(
            "change a variable of an instance",
            visitor ->
                isDone(
                    visitor.engine(
                        "PUT",
                        instance() + "/variables/x",
                        "{\"value\":\"1\",\"type\":\"String\"}"))),
        AccessAction.of(
            "suspend an instance",
            visitor ->
                isDone(visitor.engine("PUT", instance() + "/suspended", "{\"suspended\":true}"))),
        AccessAction.of(
            "delete an instance", visitor -> isDone(visitor.engine("DELETE", instance()))),
        // Jobs and batches
        AccessAction.of(
            "see a job",
            visitor -> {
              var job = job().getId();
              return shows(
                  visitor.engine("POST", "/job", "{\"jobId\":\"%s\"}".formatted(job)), job);
            }),
        AccessAction.of(
            "retry a failed job",
            visitor -> {
              var job = job().getId();
              engine.getManagementService().setJobRetries(job, 0);
              return isDone(visitor.engine("PUT", "/job/" + job + "/retries", "{\"retries\":1}"));
            }),
        AccessAction.of(
            "delete a job", visitor -> isDone(visitor.engine("DELETE", "/job/" + job().getId()))),
        AccessAction.of(
            "see batches", visitor -> shows(visitor.engine("GET", "/batch"), batch.getId())),
        AccessAction.of(
            "delete many instances in a batch",
            visitor ->
                isDone(
                    visitor.engine(
                        "POST",
                        "/process-instance/delete",
                        "{\"processInstanceIds\":[\"%s\"]}"
                            .formatted(errandFor(OTHER).getProcessInstanceId())))),
        AccessAction.of(
            "lock an external task",
            visitor ->
                isDone(
                    visitor.engine(
                        "POST",
                        "/external-task/" + externalTask() + "/lock",
                        "{\"workerId\":\"x\",\"lockDuration\":1000}"))),
        // Models
        AccessAction.of(
            "see the drawing of a process",
            visitor -> isDone(visitor.engine("GET", "/process-definition/key/team-briefing/xml"))),
        AccessAction.of(
            "deploy a model",
            visitor -> isDone(visitor.deploy(DEPLOYMENT, "hand.dmn", TABLE.formatted("byHand")))),
        AccessAction.of(
            "see decision tables",
            visitor -> shows(visitor.engine("GET", "/decision-definition"), "\"errandKind\"")),
        AccessAction.of(
            "evaluate a decision table",
            visitor ->
                isDone(
                    visitor.engine(
                        "POST",
                        "/decision-definition/key/errandKind/evaluate",
                        "{\"variables\":{}}"))),
        AccessAction.of(
            "see the targets of handoffs",
            visitor -> shows(visitor.send("GET", TARGETS, null, null), "\"versions\"")),
        AccessAction.of(
            "download the table of targets",
            visitor -> shows(visitor.send("GET", TARGETS + "/file", null, null), "<decision ")),
        AccessAction.of(
            "preview a changed table of targets",
            visitor -> shows(visitor.send(TARGETS + "/preview", "t.dmn", "<x/>"), "\"faults\"")),
        AccessAction.of(
            "replace the table of targets",
            // Those who may are asked for the reason that is missing.
            visitor ->
                visitor.send(TARGETS, "t.dmn", "<x/>").body().contains("why the table changes")),
        AccessAction.of(
            "replace the table of deadlines by law",
            visitor ->
                visitor.send(LAWS, "t.dmn", "<x/>").body().contains("why the table changes")),
        // Filters
        AccessAction.of(
            "use the filters", visitor -> isDone(visitor.engine("GET", "/filter/my-tasks/list"))),
        AccessAction.of(
            "see all tasks", visitor -> isDone(visitor.engine("GET", "/filter/all-tasks/list"))),
        AccessAction.of(
            "create a filter",
            visitor -> isDone(visitor.engine("POST", "/filter/create", filter()))),
        AccessAction.of(
            "change a filter",
            visitor -> {
              var filter = engine.getFilterService().newTaskFilter(DEPLOYMENT);
              engine.getFilterService().saveFilter(filter);
              return isDone(visitor.engine("PUT", "/filter/" + filter.getId(), filter()));
            }),
        // Accounts, groups and rights
        AccessAction.of(
            "read a colleague's name and mail address",
            visitor -> shows(visitor.engine("GET", "/user/other/profile"), "\"other\"")),
        AccessAction.of(
            "list the accounts", visitor -> shows(visitor.engine("GET", "/user"), "\"other\"")),
        AccessAction.of(
            "list the members of a group",
            visitor -> shows(visitor.engine("GET", "/user?memberOfGroup=managers"), "\"other\"")),
        AccessAction.ofPerson(
            "list the groups of a person",
            (visitor, holder) ->
                shows(
                    visitor.engine("GET", "/group?member=" + holder),
                    "\"" + GROUPS.getOrDefault(holder, Groups.MANAGERS) + "\"")),
        AccessAction.of(
            "create an account",
            visitor -> isDone(visitor.engine("POST", "/user/create", newUser(name())))),
        AccessAction.ofPerson(
            "change a profile",
            (visitor, holder) ->
                isDone(
                    visitor.engine(
                        "PUT",
                        "/user/" + holder + "/profile",
                        "{\"id\":\"%1$s\",\"firstName\":\"Name\",\"lastName\":\"of %1$s\"}"
                            .formatted(holder)))),
        AccessAction.of(
            "delete an account",
            visitor -> {
              var user = engine.getIdentityService().newUser(name());
              engine.getIdentityService().saveUser(user);
              return isDone(visitor.engine("DELETE", "/user/" + user.getId()));
            }),
        AccessAction.of(
            "create a group",
            visitor ->
                isDone(
                    visitor.engine(
                        "POST",
                        "/group/create",
                        "{\"id\":\"%s\",\"name\":\"By hand\"}".formatted(name())))),
        AccessAction.of(
            "add a member to a group",
            visitor -> {
              var group = engine.getIdentityService().newGroup(name());
              engine.getIdentityService().saveGroup(group);
              return isDone(
                  visitor.engine(
                      "PUT", "/group/" + group.getId() + "/members/" + visitor.id(), "{}"));
            }),
        AccessAction.of(
            "list the rights",
            visitor -> shows(visitor.engine("GET", "/authorization"), "\"senior-officers\"")),
        AccessAction.of(
            "grant a right",
            visitor ->
                isDone(
                    visitor.engine(
                        "POST",
                        "/authorization/create",
                        """
                        {"type": 1, "permissions": ["READ"], "groupId": "%s", "resourceType": 7,
                         "resourceId": "*"}
                        """
                            .formatted(name())))),
        // The API
        AccessAction.of(
            "read the API's description", visitor -> isDone(visitor.api("/v3/api-docs"))),
        AccessAction.of(
            "read the figures of memos", visitor -> isDone(visitor.api("/api/cascades"))),
        AccessAction.ofPerson(
            "read a promise",
            (visitor, holder) -> isDone(visitor.api("/api/promises/" + promiseOf(holder)))),
        AccessAction.ofPerson(
            "read the figures of a partnership",
            (visitor, holder) ->
                shows(
                    visitor.api("/api/partnerships?requester=" + askedBy(holder)), "\"partner\":")),
        AccessAction.ofPerson(
            "download an attached file",
            (visitor, holder) -> isDone(visitor.api("/api/attachments/" + fileOf(holder)))),
        AccessAction.ofPerson(
            "download an attached file in Tasklist",
            (visitor, holder) ->
                isDone(
                    visitor.send("GET", "/camunda/api/attachments/" + fileOf(holder), null, null))),
        AccessAction.of(
            "ask another department by the API",
            visitor -> isDone(visitor.post("/api/handoffs", HANDOFF))),
        AccessAction.ofPerson(
            "read a handoff",
            (visitor, holder) -> isDone(visitor.api("/api/handoffs/" + handoffOf(holder, null)))),
        AccessAction.ofPerson(
            "attach a file to a handoff",
            (visitor, holder) ->
                isDone(
                    visitor.upload(
                        "/api/handoffs/%d/files".formatted(handoffOf(holder, null)),
                        "bill.txt",
                        "12"))),
        AccessAction.of(
            "see in Tasklist which departments take handoffs",
            visitor ->
                shows(
                    visitor.send("GET", "/camunda/api/handoffs/partners", null, null), "workshop")),
        AccessAction.of(
            "see in Tasklist to which moment a wished date is moved",
            visitor ->
                isDone(
                    visitor.send(
                        "GET",
                        "/camunda/api/handoffs/moment?partner=workshop&typed=2026-03-07T10:00",
                        null,
                        null))),
        AccessAction.of(
            "see in Tasklist the open handoffs of a customer, by reference",
            visitor ->
                isDone(
                    visitor.send(
                        "GET",
                        "/camunda/api/handoffs/open?partner=workshop&customer=" + customer(),
                        null,
                        null))),
        AccessAction.of(
            "follow in Tasklist a handoff of a customer, by reference",
            visitor -> {
              var customer = customer();
              return isDone(
                  visitor.send(
                      "POST",
                      "/camunda/api/handoffs/%d/followers".formatted(handoffOf(OTHER, customer)),
                      HttpBrowser.JSON,
                      "{\"customer\":\"%s\"}".formatted(customer)));
            }),
        AccessAction.of(
            "import the organization by upload",
            visitor ->
                isDone(
                    visitor.upload(
                        "/api/organization/imports?dryRun=true",
                        "organization.csv",
                        new Company().add("boss", null, "Board", "").csv()))),
        AccessAction.of(
            "read what was imported", visitor -> isDone(visitor.api("/api/organization/imports"))),
        AccessAction.of(
            "read what administrators did", visitor -> isDone(visitor.api("/api/audit"))),
        AccessAction.of(
            "import customers by upload",
            visitor ->
                isDone(
                    visitor.upload(
                        "/api/customers/imports?dryRun=true",
                        "customers.csv",
                        "reference,name,language\nC-1,Luz Mar,es\n"))),
        AccessAction.of(
            "submit a file of customers for review",
            visitor ->
                isDone(
                    visitor.upload(
                        "/api/customers/imports/reviews",
                        "customers.csv",
                        "reference,name,language\nC-1,Luz Mar,es\n"))),
        AccessAction.of(
            "read which customers were imported",
            visitor -> isDone(visitor.api("/api/customers/imports"))),
        AccessAction.of(
            "put a customer on file",
            visitor ->
                isDone(
                    visitor.put(
                        "/api/customers/P-1", "{\"name\": \"Pia Roy\", \"language\": \"en\"}"))),
        AccessAction.ofPerson(
            "find a customer by name",
            (visitor, holder) -> {
              var reference = customerOf(holder);
              return shows(visitor.api("/api/customers?q=roy"), reference);
            }),
        AccessAction.of(
            "read a customer by reference",
            visitor -> isDone(visitor.api("/api/customers/" + customerOf(OTHER)))),
        AccessAction.of(
            "read the figures of customers",
            visitor -> isDone(visitor.api("/api/customers/figures"))),
        AccessAction.of(
            "read the calendars of the sites", visitor -> isDone(visitor.api("/api/calendars"))),
        AccessAction.of(
            "read which mails came in",
            visitor -> shows(visitor.api("/api/incoming-mails"), INCOMING_ID)),
        AccessAction.of(
            "read the content of a mail that came in",
            visitor -> shows(visitor.api("/api/incoming-mails"), INCOMING_CONTENT)),
        AccessAction.of(
            "export the data of a customer",
            visitor -> isDone(visitor.api("/api/customers/" + customer() + "/data"))),
        AccessAction.of(
            "remove the data of a customer",
            visitor -> isDone(visitor.delete("/api/customers/" + customer() + "/data"))),
        AccessAction.of(
            "read the record of exports and removals",
            visitor -> isDone(visitor.api("/api/customer-data-requests"))),
        AccessAction.of(
            "open a customer's contact settings by their link",
            visitor -> isDone(visitor.send("GET", contactPage(), null, null))),
        AccessAction.of(
            "open a customer's case by its link",
            visitor -> isDone(visitor.send("GET", casePage(), null, null))),
        AccessAction.of(
            "open a customer's case by the API",
            visitor ->
                isDone(
                    visitor.post(
                        "/api/customer-cases",
                        "{\"customer\":\"%s\",\"need\":\"My bill is wrong.\"}"
                            .formatted(customer())))),
        AccessAction.ofPerson(
            "read a customer's case",
            (visitor, holder) -> isDone(visitor.api("/api/customer-cases/" + caseOf(holder)))),
        AccessAction.of(
            "read the figures of customers' cases",
            visitor -> isDone(visitor.api("/api/customer-cases/figures"))),
        AccessAction.ofPerson(
            "read the goodwill of a customer's case",
            (visitor, holder) ->
                isDone(visitor.api("/api/customer-cases/%d/goodwill".formatted(caseOf(holder))))),
        AccessAction.ofPerson(
            "offer a customer's case to a colleague by the API",
            (visitor, holder) ->
                isDone(
                    visitor.post(
                        "/api/customer-cases/%d/offers".formatted(caseOf(holder)),
                        "{\"colleague\":\"%s\",\"reason\":\"OTHER\",\"note\":\"Please do.\"}"
                            .formatted("head".equals(holder) ? "boss" : "head")))),
        AccessAction.ofPerson(
            "answer the offer of a customer's case by the API",
            (visitor, holder) -> {
              var offer = offerTo(holder);
              return isDone(
                  visitor.post(
                      "/api/customer-cases/%d/offers/%d/answer"
                          .formatted(offer.caseId(), offer.id()),
                      "{\"decision\":\"DECLINE\",\"note\":\"I cannot do it.\"}"));
            }),
        AccessAction.ofPerson(
            "read the offers of a customer's case",
            (visitor, holder) ->
                isDone(visitor.api("/api/customer-cases/%d/offers".formatted(caseOf(holder))))),
        AccessAction.ofPerson(
            "join two cases of a customer by the API",
            (visitor, holder) -> {
              var joined = caseOf(holder);
              return isDone(
                  visitor.post(
                      "/api/customer-cases/%d/joining".formatted(joined),
                      "{\"survivor\":%d,\"note\":\"The same bill.\"}"
                          .formatted(secondCase(joined))));
            }),
        AccessAction.ofPerson(
            "offer goodwill to the customer of a case by the API",
            (visitor, holder) ->
                isDone(
                    visitor.post(
                        "/api/customer-cases/%d/goodwill".formatted(caseOf(holder)),
                        "{\"kind\":\"GIFT\",\"amount\":1,\"reason\":\"She has waited.\"}"))),
        AccessAction.ofPerson(
            "take back goodwill by the API",
            (visitor, holder) -> {
              var about = caseOf(holder);
              return isDone(
                  visitor.delete(
                      "/api/customer-cases/%d/goodwill/%d"
                          .formatted(about, goodwillFor(OTHER, about))));
            }),
        AccessAction.ofPerson(
            "approve goodwill",
            (visitor, holder) ->
                isDone(
                    visitor.engine(
                        "POST",
                        "/task/" + approvalBy(holder).getId() + "/submit-form",
                        APPROVED))));
  }

  /** Goodwill in this case about which this manager decides. */
  private long goodwillFor(String manager, long about) {
    rows.update(
        """
        insert into goodwill (case_id, customer_id, kind, amount, currency, reason, state,
          offered_by, offered_at, exceeded, limit_rule, approver_id, asked_height, approve_by)
        select id, customer_id, 'GIFT', 60, 'EUR', 'She has waited.', 'WAITING', 'none',
          opened_at, 'CASE', '1: All others', ?, 1, opened_at
          from customer_case where id = ?
        """,
        manager,
        about);
    return rows.queryForObject("select max(id) from goodwill", Long.class);
  }

  private Task approvalBy(String manager) {
    var instance =
        engine
            .getRuntimeService()
            .createProcessInstanceByKey("goodwill")
            .businessKey(String.valueOf(goodwillFor(manager, caseOf("none"))))
            .setVariable("approverId", manager)
            .setVariable("approveBy", Date.from(Instant.parse("2100-03-02T09:00:00Z")))
            .startBeforeActivity("approveGoodwill")
            .execute();
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(instance.getId())
        .singleResult();
  }

  /** Reference of a customer whom this person owns. */
  private String customerOf(String person) {
    var reference = "at-" + person;
    var owner =
        person != null
            && (GROUPS.containsKey(person) && !"admin".equals(person) || OTHER.equals(person));
    customers.put(
        reference,
        new Values("Pia Roy", null, null, null, "en", null, null, owner ? person : null));
    return reference;
  }

  private AccessAction ofTask(String name, String path, String body) {
    return AccessAction.ofPerson(
        name,
        (visitor, holder) ->
            isDone(visitor.engine("POST", "/task/" + errandFor(holder).getId() + path, body)));
  }

  private static boolean isDone(HttpResponse<String> answer) {
    return answer.statusCode() / 100 == 2;
  }

  /** The engine omits from lists what a person may not see. */
  private static boolean shows(HttpResponse<String> answer, String text) {
    return isDone(answer) && answer.body().contains(text);
  }

  private static boolean mayOpen(Visitor visitor, String app) {
    return shows(
        visitor.send("GET", "/camunda/api/admin/auth/user/default", null, null), "\"" + app + "\"");
  }

  private Task errandFor(String person) {
    return errand(person, "at-no-group");
  }

  private Task groupErrandFor(String person) {
    return errand(null, GROUPS.getOrDefault(person, "at-no-group"));
  }

  /** A handoff that another person has promised for a day that has passed. */
  private Task lateTaskOfDepartmentOf(String head) {
    rows.update("update department set head_id = ? where id = 'workshop'", head);
    var handoff = handoffOf(OTHER, null);
    rows.update(
        "update handoff set state = 'ACCEPTED', owner_id = ?, due_at = wished_at - interval '20'"
            + " day where id = ?",
        OTHER,
        handoff);
    var instance =
        engine
            .getRuntimeService()
            .createProcessInstanceByKey("partner-handoff")
            .businessKey(String.valueOf(handoff))
            .setVariable("holderId", OTHER)
            .setVariable("partnerGroup", "department-workshop")
            .setVariable("dueAt", null)
            .setVariable("handoffSubject", "A frame")
            .startBeforeActivity("deliver")
            .execute();
    var task =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceId(instance.getId())
            .singleResult();
    clocks.start(
        new ClockSubject(HandoffClocks.KIND, handoff),
        HandoffClocks.TIME_TO_DELIVER,
        "workshop",
        null,
        new ClockTarget(WorkingAmount.days(1), "1: usual"));
    rows.update(
        "update service_clock set breach_at = breach_at - interval '20' day"
            + " where subject_kind = ? and subject_id = ?",
        HandoffClocks.KIND,
        handoff);
    sweeps.stream()
        .filter(sweep -> sweep.name().equals("clocks"))
        .forEach(sweep -> sweep.runSome().getAsBoolean());
    return task;
  }

  private Task errand(String person, String group) {
    var variables = new HashMap<String, Object>();
    variables.put("who", person);
    variables.put("group", group);
    var instance = engine.getRuntimeService().startProcessInstanceByKey("errand", variables);
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(instance.getId())
        .singleResult();
  }

  private String instance() {
    return "/process-instance/" + errandFor(OTHER).getProcessInstanceId();
  }

  private Job job() {
    var instance = engine.getRuntimeService().startProcessInstanceByKey("failing-errand");
    return engine
        .getManagementService()
        .createJobQuery()
        .processInstanceId(instance.getId())
        .singleResult();
  }

  private String externalTask() {
    var instance = engine.getRuntimeService().startProcessInstanceByKey("external-errand");
    return engine
        .getExternalTaskService()
        .createExternalTaskQuery()
        .processInstanceId(instance.getId())
        .singleResult()
        .getId();
  }

  private long promiseOf(String person) {
    rows.update(
        """
        insert into promise (made_by, made_to_kind, made_to, what, due_at, state, source_kind,
          source_id, made_at)
        values (?, 'DEPARTMENT', 'care', 'Call back', timestamp with time zone
          '2026-03-09 09:00:00Z', 'OPEN', 'cascade', 1, timestamp with time zone
          '2026-03-02 09:00:00Z')
        """,
        person);
    return rows.queryForObject("select max(id) from promise", Long.class);
  }

  /**
   * A handoff that this person asked for, between departments in which no person of the table is.
   *
   * @param customer reference, or null
   */
  private long handoffOf(String person, String customer) {
    rows.update(
        """
        insert into handoff (subject, need, done_when, customer_id, priority, requester_id,
          requester_department, partner_department, state, wished_at, asked_times, requested_at)
        values ('A frame', 'A frame', 'It fits', (select id from customer where reference = ?),
          'NORMAL', ?, 'none', 'workshop', 'REQUESTED', timestamp with time zone
          '2026-03-09 09:00:00Z', 1, timestamp with time zone '2026-03-02 09:00:00Z')
        """,
        customer,
        person);
    return rows.queryForObject("select max(id) from handoff", Long.class);
  }

  /** The department of this person, which has asked for something; of a stranger, the board. */
  private String askedBy(String person) {
    var department =
        rows
            .queryForList(
                "select department_id from person where id = ? and id <> ?",
                String.class,
                person,
                OTHER)
            .stream()
            .findFirst()
            .orElse("board");
    var handoff = System.nanoTime();
    rows.update(
        """
        insert into handoff (id, subject, need, done_when, priority, requester_id,
                             requester_department, partner_department, state, wished_at,
                             asked_times, requested_at)
        values (?, 'Van', 'Van', 'Van', 'NORMAL', 'other', ?, 'contracts', 'REQUESTED', ?, 1, ?)
        """,
        handoff,
        department,
        FreshStart.MONDAY_MORNING.atOffset(ZoneOffset.UTC),
        FreshStart.MONDAY_MORNING.atOffset(ZoneOffset.UTC));
    rows.update(
        """
        insert into handoff_event (handoff_id, step, recorded_at, state_after, department)
        values (?, 'REQUEST', ?, 'REQUESTED', 'contracts')
        """,
        handoff,
        FreshStart.MONDAY_MORNING.atOffset(ZoneOffset.UTC));
    return department;
  }

  /** A file attached to a promise of this person, which only they may read. */
  private long fileOf(String person) {
    var promise = FilesOfPromises.promise(promiseOf(person));
    return attachments.add(promise, "bill.txt", new byte[] {'1', '2'}, OTHER).id();
  }

  /** The reference of a new customer. */
  private String customer() {
    var reference = name();
    new SampleCustomers(rows).add(reference, "Ana Ruiz", "ana.ruiz@example.com", "en");
    return reference;
  }

  /** A case that this person owns. */
  private long caseOf(String person) {
    rows.update(
        """
        insert into customer_case (customer_id, kind, channel, priority, subject, need, state,
          cycle, owner_id, not_comfortable, not_comfortable_now, comfort_asked, opened_at,
          cycle_began_at)
        values ((select id from customer where reference = ?), 'BILLING', 'TASKLIST', 'NORMAL',
          'A bill', 'A bill', 'UNDERSTANDING', 1, ?, 0, 0, 0, timestamp with time zone
          '2026-03-02 09:00:00Z', timestamp with time zone '2026-03-02 09:00:00Z')
        """,
        customer(),
        person == null ? "none" : person);
    return rows.queryForObject("select max(id) from customer_case", Long.class);
  }

  /** An offer of another person's case. */
  private record OfferOf(long caseId, long id) {}

  private OfferOf offerTo(String person) {
    var about = caseOf("another");
    rows.update(
        """
        insert into customer_case_offer (case_id, open_case_id, from_id, to_id, reason, note, state,
                                         offered_at, due_at)
        values (?, ?, 'oz', ?, 'OTHER', 'Please do.', 'OPEN', timestamp with time zone
          '2026-03-02 09:00:00Z', timestamp with time zone '2026-03-04 09:00:00Z')
        """,
        about,
        about,
        person == null ? "none" : person);
    return new OfferOf(
        about, rows.queryForObject("select max(id) from customer_case_offer", Long.class));
  }

  /** Another case of the same customer and owner; both have the clock of an open case. */
  private long secondCase(long first) {
    rows.update(
        """
        insert into customer_case (customer_id, kind, channel, priority, subject, need, state,
          cycle, owner_id, not_comfortable, not_comfortable_now, comfort_asked, opened_at,
          cycle_began_at)
        select customer_id, kind, channel, priority, subject, need, state, cycle, owner_id, 0, 0, 0,
               opened_at, cycle_began_at
          from customer_case where id = ?
        """,
        first);
    var second = rows.queryForObject("select max(id) from customer_case", Long.class);
    rows.update(
        """
        insert into customer_case_clock (case_id, customer_id, cycle, owner_id, cadence,
                                         time_to_answer, time_to_find_out, targets_rule, began_at,
                                         last_contact_at, news_due_at, is_moved)
        select id, customer_id, cycle, owner_id, '2 d', '4 h', '2 d', '1: all', opened_at, opened_at,
               opened_at + interval '2' day, false
          from customer_case where id in (?, ?)
        """,
        first,
        second);
    return second;
  }

  private String casePage() {
    return URI.create(caseLinks.urlFor(caseOf(OTHER))).getPath();
  }

  private String questionsPage() {
    rows.update(
        """
        insert into case_survey (case_id, customer_id, cycle, asked_at, to_owner)
        select id, customer_id, cycle, opened_at, false from customer_case where id = ?
        """,
        caseOf(OTHER));
    var id = rows.queryForObject("select max(id) from case_survey", Long.class);
    return URI.create(surveyLinks.urlFor(id)).getPath();
  }

  /** The task to ask the customer of this person's closed case again. */
  private Task followUpTaskOf(String person) {
    var about = caseOf(person);
    rows.update(
        """
        insert into case_follow_up_plan (customer_id, closed_on)
        select customer_id, date '2026-03-02' from customer_case where id = ?
        """,
        about);
    rows.update(
        """
        insert into case_follow_up_case (plan_id, case_id, cycle)
        select max(id), ?, 1 from case_follow_up_plan
        """,
        about);
    rows.update(
        """
        insert into case_follow_up (plan_id, days, due_on, asked_at, person_id)
        select max(id), 30, date '2026-04-01', timestamp with time zone '2026-04-01 09:00:00Z', ?
          from case_follow_up_plan
        """,
        person);
    var id = rows.queryForObject("select max(id) from case_follow_up", Long.class);
    var variables = new HashMap<String, Object>();
    variables.put("followUpAskerId", person);
    variables.put("followUpAskBy", null);
    variables.put("followUpTitle", "A bill");
    var instance =
        engine
            .getRuntimeService()
            .startProcessInstanceByMessage("case.followUpDue", String.valueOf(id), variables);
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(instance.getId())
        .singleResult();
  }

  private String contactPage() {
    var id = new SampleCustomers(rows).add(name(), "Ana Ruiz", "ana.ruiz@example.com", "en");
    return URI.create(contactLinks.urlFor(id)).getPath();
  }

  /** A new one each time. */
  private static String name() {
    return "at-" + UUID.randomUUID();
  }

  private static String newUser(String id) {
    return """
        {"profile": {"id": "%s", "firstName": "Eve", "lastName": "Voss"},
         "credentials": {"password": "A-long-Passw0rd-of-no-account"}}
        """
        .formatted(id);
  }

  private static String filter() {
    return "{\"resourceType\":\"Task\",\"name\":\"%s\",\"query\":{},\"properties\":{}}"
        .formatted(DEPLOYMENT);
  }

  /** The fields of a form, as Tasklist submits them. */
  private static String variables(String name, Map<String, Object> fields) {
    try {
      return JSON.writeValueAsString(
          Map.of(
              "variables",
              Map.of(name, Map.of("type", "Json", "value", JSON.writeValueAsString(fields)))));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
