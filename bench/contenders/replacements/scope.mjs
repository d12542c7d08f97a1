export const scopeOf = ({ actor }) => ({
  actorId: actor?.id ?? null,
  vendors: "all",
  regions: "all",
});
