/** The engine's side of promises: {@code processes/promise-watch.bpmn}. */
package com.customerfocus.promise.process;
