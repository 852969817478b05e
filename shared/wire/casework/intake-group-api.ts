// /api/intake-group: who takes in what may be a denunciation, and who named them. Every account sees it; administrators change it.

import { noContent, route } from '../route.ts'
import { IntakeGroup, IntakeGroupNaming } from './intake-group.ts'

const tags = ['accounts']

export const intakeGroupApi = {
  read: route({
    method: 'GET',
    path: '/intake-group',
    access: 'staff',
    tags,
    summary: 'Who takes in what may be a denunciation, and who named them',
    response: { 200: IntakeGroup },
  }),
  name: route({
    method: 'POST',
    path: '/intake-group/members',
    access: 'administrator',
    tags,
    summary: 'Name an account for the intake group',
    body: IntakeGroupNaming,
    response: noContent,
  }),
  takeBack: route({
    method: 'POST',
    path: '/intake-group/members/taking-back',
    access: 'administrator',
    tags,
    summary: 'Take an account out of the intake group',
    body: IntakeGroupNaming,
    response: noContent,
  }),
}
