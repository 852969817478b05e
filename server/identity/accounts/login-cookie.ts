// The cookie with the token of a login, and the cookie that identifies a browser that has signed in before.
import type { FastifyReply, FastifyRequest } from 'fastify'

/** With this prefix, a browser accepts the cookie from this very host over https only (RFC 6265bis, 4.1.3.2). */
export const loginCookieName = (isSecure: boolean): string => (isSecure ? '__Host-diemcau' : 'diemcau')

export function loginToken(request: FastifyRequest, isSecure: boolean): string | null {
  return loginTokenIn(request.cookies, isSecure)
}

export const loginTokenIn = (cookies: Readonly<Record<string, string | undefined>>, isSecure: boolean): string | null =>
  cookies[loginCookieName(isSecure)] ?? null

const attributes = (isSecure: boolean) => ({ httpOnly: true, sameSite: 'strict', secure: isSecure, path: '/' }) as const

/** Ends with the browser; the server ends it earlier. */
export function setLoginCookie(reply: FastifyReply, token: string, isSecure: boolean): void {
  reply.setCookie(loginCookieName(isSecure), token, attributes(isSecure))
}

export function clearLoginCookie(reply: FastifyReply, isSecure: boolean): void {
  reply.clearCookie(loginCookieName(isSecure), attributes(isSecure))
}

/** Longer than a long leave. It signs nobody in. */
const deviceKeptSeconds = 180 * 24 * 60 * 60

const deviceCookieName = (isSecure: boolean): string => `${loginCookieName(isSecure)}-device`

export const deviceCookie = (request: FastifyRequest, isSecure: boolean): string | null =>
  request.cookies[deviceCookieName(isSecure)] ?? null

export function setDeviceCookie(reply: FastifyReply, device: string, isSecure: boolean): void {
  reply.setCookie(deviceCookieName(isSecure), device, { ...attributes(isSecure), maxAge: deviceKeptSeconds })
}
