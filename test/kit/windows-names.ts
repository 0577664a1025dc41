/**
 * Names of files that Windows takes. Source: Microsoft, "Naming Files, Paths, and Namespaces".
 */

const reserved = /^(con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(\.|$)/i

/** Whether each part of a path, parted by slashes, is a name that Windows takes. */
export const fitsWindows = (path: string): boolean =>
  path.split('/').every((part) => !/[<>:"\\|?*\p{Cc}]|[ .]$/u.test(part) && !reserved.test(part))
