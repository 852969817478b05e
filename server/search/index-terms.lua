-- Says of one document of a block that it has these terms, or has them no longer. Told twice, it is the same as once.
-- KEYS: the block, how many documents have a word, the words in their order. ARGV: place in the block, 1 or 0, then the terms.
-- A term of few documents is a list of their places (two bytes each); of more, a bit for each place, the first bit the highest.
local place, has = tonumber(ARGV[1]), ARGV[2] == '1'
local high, low = math.floor(place / 256), place % 256
local byte, mask = math.floor(place / 8), 2 ^ (7 - place % 8)
local BITMAP, LONGEST = 512, 128

local function position(list)
  for at = 1, #list, 2 do
    local one, other = list:byte(at, at + 1)
    if one == high and other == low then return at end
  end
end

local function bitmap(list)
  local bytes = {}
  for at = 1, BITMAP do bytes[at] = 0 end
  for at = 1, #list, 2 do
    local one, other = list:byte(at, at + 1)
    local value = one * 256 + other
    local index = math.floor(value / 8) + 1
    bytes[index] = bytes[index] + 2 ^ (7 - value % 8)
  end
  return string.char(unpack(bytes))
end

-- The value with or without the place; nil: it was so already.
local function changed(value)
  if #value == BITMAP then
    local bits = value:byte(byte + 1)
    if (bit.band(bits, mask) ~= 0) == has then return nil end
    return value:sub(1, byte) .. string.char(bit.bxor(bits, mask)) .. value:sub(byte + 2)
  end
  local at = position(value)
  if (at ~= nil) == has then return nil end
  if not has then return value:sub(1, at - 1) .. value:sub(at + 2) end
  local longer = value .. string.char(high, low)
  if #longer > LONGEST then return bitmap(longer) end
  return longer
end

for at = 3, #ARGV do
  local term = ARGV[at]
  local value = changed(redis.call('HGET', KEYS[1], term) or '')
  if value then
    if value == '' then redis.call('HDEL', KEYS[1], term) else redis.call('HSET', KEYS[1], term, value) end
    -- Marks of a kind of their own (~ as written, ^ of the subject, = what is no word) are neither counted nor begun like.
    if not term:find('^[~=^]') then
      local count = redis.call('HINCRBY', KEYS[2], term, has and 1 or -1)
      if count == 0 then
        redis.call('HDEL', KEYS[2], term)
        redis.call('ZREM', KEYS[3], term)
      elseif has and count == 1 then
        redis.call('ZADD', KEYS[3], 0, term)
      end
    end
  end
end
