/** The distribution as its users meet it: processes, ports and files. */
package org.muscat.dist;
