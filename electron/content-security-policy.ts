/**
 * The one policy for the page, in both hosts. Monaco needs inline styles (token colours, line positions) and images
 * from data: (squiggles); nothing needs eval, blob: or another origin. Scripts are guarded by Trusted Types.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');
