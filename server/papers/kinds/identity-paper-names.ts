/** As forms print them before the number. */
export const identityPaperNames = {
  citizenCard: 'Số căn cước/định danh cá nhân',
  oldIdentityCard: 'Số chứng minh nhân dân',
  passport: 'Số hộ chiếu',
} as const
