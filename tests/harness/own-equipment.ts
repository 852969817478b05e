/** A recording of the agency’s own, as staff say it; whose name it is no test asks. */
export const ownEquipment = { device: 'Máy ghi âm Sony', reason: 'Máy chủ chưa ghi được', recorderId: 'person-clerk' }
