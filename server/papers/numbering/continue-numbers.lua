-- KEYS: 1 the numbers of a series, 2 the last number that was given by hand before. ARGV: that number.
-- The start of a series cannot be changed once one of its numbers is on a paper.
if redis.call('HLEN', KEYS[1]) > 0 then return 0 end
redis.call('SET', KEYS[2], ARGV[1])
return 1
