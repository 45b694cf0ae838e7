/** User tasks: their text, their assignees and substitutes, the rights to them. */
@NamedInterface("task")
package com.customerfocus.engine.task;

import org.springframework.modulith.NamedInterface;
