/** Running cascades follow the organization when an import changes it. */
package com.customerfocus.cascade.reorganization;
