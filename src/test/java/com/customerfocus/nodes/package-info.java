/** Several nodes on one PostgreSQL, each a process of its own, and what may happen to them. */
package com.customerfocus.nodes;
