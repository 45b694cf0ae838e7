/** Decision tables that process owners replace: upload, check, preview, record. */
package com.customerfocus.decision;
