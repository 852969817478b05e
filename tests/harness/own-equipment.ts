/** A recording with the agency’s own equipment, as entered by staff; the names in it do not matter to any test. */
export const ownEquipment = { device: 'Máy ghi âm Sony', reason: 'Máy chủ chưa ghi được', recorderId: 'person-clerk' }
