/**
 * Why the system did not do something, in words.
 */

/** The reason in an error of the system. Such errors are told by their code, not their class. */
export const systemReason = (error: unknown): string => {
  const { code = '', message = String(error) } = error as Partial<NodeJS.ErrnoException>
  return reasons[code] ?? message
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'it is a folder',
  EEXIST: 'there is a file in its way',
  EACCES: 'it is not permitted',
  EPERM: 'it is not permitted',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many files are open',
}
