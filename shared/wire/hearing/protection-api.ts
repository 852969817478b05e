// /api/sessions/ID/protection: who may read the name of somebody who denounces, who has read it, and the waiver they have signed.
// That a stranger to the visit gets nothing of it is seen to in guard.ts.

import { AtSession } from '../at-session.ts'
import { fileOf, noContent, route } from '../route.ts'
import { NewReader, Protection, SecrecyWaiver, WaiverScan, WaiverTakenBack } from './protection.ts'

const tags = ['reception']

export const protectionApi = {
  read: route({
    method: 'GET',
    path: '/sessions/:sessionId/protection',
    access: 'staffOrRecordKeeper',
    words: null,
    tags,
    summary: 'Who may read who denounces, and who has',
    params: AtSession,
    response: { 200: Protection },
  }),
  addReader: route({
    method: 'POST',
    path: '/sessions/:sessionId/protection/readers',
    access: 'staffOrRecordKeeper',
    tags,
    summary: 'Let one more account read who denounces',
    description: 'By an account that may read it itself.',
    params: AtSession,
    body: NewReader,
    response: noContent,
  }),
  protect: route({
    method: 'POST',
    path: '/sessions/:sessionId/protection',
    access: 'staffOrRecordKeeper',
    tags,
    summary: 'Protect a visit that has turned out to be a denunciation',
    description: 'From then on; what was written before stays as it was written.',
    params: AtSession,
    response: noContent,
  }),
  keepWaiverScan: route({
    method: 'POST',
    path: '/sessions/:sessionId/protection/waiver-scan',
    access: 'staffOrRecordKeeper',
    tags,
    summary: 'Take in the scan of the paper in which the denouncer agrees',
    description:
      'One file as multipart/form-data, checked as documents are. It is kept once a waiver with its SHA-256 is noted.',
    consumes: ['multipart/form-data'],
    params: AtSession,
    response: { 201: WaiverScan },
  }),
  waiverScan: route({
    method: 'GET',
    path: '/sessions/:sessionId/protection/waiver-scan',
    access: 'staffOrRecordKeeper',
    words: 'Bản chụp văn bản đồng ý',
    tags,
    summary: 'The scan of the paper in which the denouncer agrees',
    params: AtSession,
    response: fileOf('*/*'),
  }),
  takeBackWaiver: route({
    method: 'POST',
    path: '/sessions/:sessionId/protection/waiver/taking-back',
    access: 'staffOrRecordKeeper',
    tags,
    summary: 'Note that the denouncer no longer agrees',
    description: 'Branch sites and observers are sent out, and cannot be called in any more.',
    params: AtSession,
    body: WaiverTakenBack,
    response: noContent,
  }),
  noteWaiver: route({
    method: 'PUT',
    path: '/sessions/:sessionId/protection/waiver',
    access: 'staffOrRecordKeeper',
    tags,
    summary: 'Note the paper in which the denouncer agrees that others take part',
    params: AtSession,
    body: SecrecyWaiver,
    response: noContent,
  }),
}
