// /api/agency-certificate: the certificate by which issued papers are signed: looked at, handed in, taken away.

import { noContent, route } from '../route.ts'
import { AgencyCertificateState, NewAgencyCertificate } from './agency-certificate.ts'

const tags = ['issued papers']

export const agencyCertificateApi = {
  read: route({
    method: 'GET',
    path: '/agency-certificate',
    access: 'staff',
    tags,
    summary: 'The certificate by which issued papers are signed, and whether it is valid now',
    response: { 200: AgencyCertificateState },
  }),
  replace: route({
    method: 'PUT',
    path: '/agency-certificate',
    access: 'administrator',
    tags,
    summary: 'Hand in the certificate of the agency with its key; the one before stays when it is not good',
    body: NewAgencyCertificate,
    response: { 200: AgencyCertificateState },
  }),
  remove: route({
    method: 'DELETE',
    path: '/agency-certificate',
    access: 'administrator',
    tags,
    summary: 'Take the certificate away: papers are issued without a signature from now on',
    response: noContent,
  }),
}
