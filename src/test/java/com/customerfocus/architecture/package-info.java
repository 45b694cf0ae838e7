/** The rules of the house, and the proof that each of them is able to find what breaks it. */
package com.customerfocus.architecture;
