-- Moves one row out of its earlier sets into those it belongs to now. An older row never overwrites a newer one.
-- A row names its sets. KEYS: the rows. ARGV: id, row, seq, member, sets as JSON.
local earlier = redis.call('HGET', KEYS[1], ARGV[1])
if earlier then
  local known = cjson.decode(earlier)
  if known.row.seq > tonumber(ARGV[3]) then return 0 end
  for _, set in ipairs(known.sets) do redis.call('ZREM', set, known.member) end
end
for _, set in ipairs(cjson.decode(ARGV[5])) do redis.call('ZADD', set, 0, ARGV[4]) end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return 1
