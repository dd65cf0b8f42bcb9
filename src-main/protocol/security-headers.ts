/**
 * What every answer to the window carries, from the `app:` protocol and from the loopback server alike. The policy is
 * written once, here; tests and the launcher read it from here too.
 */

/**
 * Content Security Policy 3. Nothing inline, nothing evaluated, nothing foreign.
 * Trusted types: `caiet-import` starts the spreadsheet reader, `caiet-safety` the browser edition's safety worker,
 * `caiet-packages` those that read and write packages, `caiet-files` those that make other files, `caiet-store` the one
 * that has the database.
 */
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types caiet-import caiet-safety caiet-packages caiet-files caiet-store',
] as const;

export const CONTENT_SECURITY_POLICY = DIRECTIVES.join('; ');

const DENIED_FEATURES = [
  'accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid', 'idle-detection',
  'magnetometer', 'microphone', 'midi', 'payment', 'publickey-credentials-get', 'screen-wake-lock', 'serial', 'usb',
] as const;

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': DENIED_FEATURES.map((feature) => `${feature}=()`).join(', '),
};
