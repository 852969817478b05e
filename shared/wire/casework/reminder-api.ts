// /api/conclusions/ID/reminders and /api/reminder-plan: reminding a unit now, and when it is done by itself.

import { z } from 'zod'
import { followUp } from '../../conclusions/follow-up/contract.ts'
import { noContent, route } from '../route.ts'
import { ReminderPlan } from './conclusions.ts'

const tags = ['conclusions']

export const reminderApi = {
  remind: route({
    method: 'POST',
    path: '/conclusions/:entryId/reminders',
    access: 'staff',
    tags,
    summary: 'Remind the unit in charge by mail, now',
    params: z.object({ entryId: z.uuid() }),
    body: followUp.commands.remind.data.pick({ number: true }),
    response: noContent,
  }),
  plan: route({
    method: 'GET',
    path: '/reminder-plan',
    access: 'staff',
    tags,
    summary: 'When units are reminded',
    response: { 200: ReminderPlan },
  }),
  changePlan: route({
    method: 'PUT',
    path: '/reminder-plan',
    access: 'staff',
    tags,
    summary: 'Change when units are reminded',
    body: ReminderPlan,
    response: { 200: ReminderPlan },
  }),
}
