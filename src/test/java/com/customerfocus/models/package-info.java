/** Holds the models to the code, to their forms and to a drawing that people can read. */
package com.customerfocus.models;
