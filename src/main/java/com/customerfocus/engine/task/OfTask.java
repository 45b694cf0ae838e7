package com.customerfocus.engine.task;

/** A command of the engine by which a person completes a task. */
public interface OfTask {

  /** Id of the task, as the person sent it. */
  String taskId();
}
