import { ed25519, sha256 } from '@send-ledger/evidence/sign'

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))
const hexOf = (given: Uint8Array): string => Buffer.from(given).toString('hex')

/** RFC 8032 section 7.1, tests 1 to 3. */
const known = [
  {
    privateKey: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    privateKey: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
  {
    privateKey: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    publicKey: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    message: 'af82',
    signature:
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  },
].map((text) => ({
  privateKey: bytes(text.privateKey),
  publicKey: bytes(text.publicKey),
  message: bytes(text.message),
  signature: bytes(text.signature),
}))

test.each(known)('Ed25519 is as in RFC 8032, test %#', (given) => {
  const { privateKey, publicKey, message, signature } = given
  expect(hexOf(ed25519.publicKeyOf(privateKey))).toBe(hexOf(publicKey))
  expect(hexOf(ed25519.sign(privateKey, message))).toBe(hexOf(signature))
  expect(ed25519.verify({ publicKey, message, signature })).toBe(true)
  for (let at = 0; at < signature.length; at++) {
    const changed = signature.map((byte, i) => (i === at ? byte ^ 1 : byte))
    expect(ed25519.verify({ publicKey, message, signature: changed })).toBe(false)
  }
})

test.each(known)(
  'a signature with the order added is another one, and refused, test %#',
  (given) => {
    const order = BigInt('0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed')
    const second = BigInt(`0x${hexOf(given.signature.slice(32).reverse())}`) + order
    const written = bytes(second.toString(16).padStart(64, '0')).reverse()
    const signature = Uint8Array.of(...given.signature.slice(0, 32), ...written)
    expect(ed25519.verify({ ...given, signature })).toBe(false)
  },
)

test.each(known)('a key or a signature of another length signs nothing, test %#', (given) => {
  const { publicKey, signature } = given
  const shorter = [
    { publicKey: publicKey.slice(1) },
    { publicKey: new Uint8Array() },
    { publicKey: new Uint8Array(32).fill(255) },
    { signature: signature.slice(1) },
    { signature: new Uint8Array() },
    { signature: Uint8Array.of(...signature, 0) },
  ]
  expect(shorter.filter((change) => ed25519.verify({ ...given, ...change }))).toEqual([])
})

test('what is no private key does not sign', () => {
  expect(() => ed25519.sign(new Uint8Array(31), new Uint8Array())).toThrow(RangeError)
  expect(() => ed25519.publicKeyOf(new Uint8Array(64))).toThrow(RangeError)
})

test('SHA-256 of "abc" is that of FIPS 180-4', () => {
  expect(hexOf(sha256(new TextEncoder().encode('abc')))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
})
