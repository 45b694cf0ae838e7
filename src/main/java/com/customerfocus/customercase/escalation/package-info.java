/** Cases that do not go well come to the manager above their owner, who decides. */
package com.customerfocus.customercase.escalation;
