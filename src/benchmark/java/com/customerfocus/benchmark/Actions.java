package com.customerfocus.benchmark;

/** What is done in one phase. */
@FunctionalInterface
interface Actions {

  void perform(Work work) throws Exception;
}
