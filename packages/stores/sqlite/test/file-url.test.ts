/**
 * The address of a ledger file, on any system.
 */
import { fileUrl } from '../src/file-url.js'

test.each([
  ['/data/walsall.sqlite', false, 'file:///data/walsall.sqlite?immutable=1'],
  ['/data/100% of it?.sqlite', false, 'file:///data/100%25%20of%20it%3F.sqlite?immutable=1'],
  ['C:\\Data\\walsall.sqlite', true, 'file:///C:/Data/walsall.sqlite?immutable=1'],
  ['C:\\SEN team\\a#b.sqlite', true, 'file:///C:/SEN%20team/a%23b.sqlite?immutable=1'],
  // A share: SQLite would take the name of the server for an authority, and refuse it.
  ['\\\\files\\send\\walsall.sqlite', true, 'file:////files/send/walsall.sqlite?immutable=1'],
])('%s', (path, windows, address) => {
  expect(fileUrl(path, 'immutable', windows).href).toBe(address)
})
