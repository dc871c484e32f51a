/** The modulus of an RSA key that nobody has the other half of. */
const modulus = [
  '0cb1ZP-yxxmrD1XP3f-CQnuy70UkRdw8Ur5pgyrIC5KallbrW1s8WimiKaPbjbL003YaP2By1nYTMQd4vG-iLg7nXc8qLhBULh3j',
  '-srJoBvtpSlZAnpoQjyixFCr-3OGrqb9ifAlJekMjKL9E2uLMBf2m0KMwlOeardaNHcmksXNK-MQ-UhaJ_59dWSgBU1e6EobjO60',
  'CJAdnOdk0grcqROPlczZp89zftoliDO4oTVjnSaYYbmZeyw7M3rqWMMCN7ypcPK3GX6hAMckf1JLTw7JA6D33-U6_RT1fBcpwC17',
  'K5JzSvXdaMEOLYudrbz6ckcp5MT5tX_9MD7VnEfkww',
].join('');

/** A set of public keys, as RequestAuthentication holds it. */
export const textWithKey = JSON.stringify({ keys: [{ kty: 'RSA', e: 'AQAB', n: modulus, kid: 'a' }] });
