/** Tests of the dashboards. */
package org.muscat.dashboards;
