/** Tests of expressions. */
package org.muscat.dashboards.promql;
