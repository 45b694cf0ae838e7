/** Several nodes in processes of their own on one PostgreSQL, and faults that strike them. */
package com.customerfocus.nodes;
