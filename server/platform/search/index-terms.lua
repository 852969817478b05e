-- Adds one document of a block to these terms, or removes it from them. Repeating it has no further effect.
-- KEYS: the block, how many documents have a word, the words in their order. ARGV: place in the block, 1 or 0, then the
-- terms.
-- A term of few documents is a list of their places (two bytes each); of more, a bit for each place, the first bit the
-- highest.
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

-- One call for all terms each: what a script calls is most of what it costs.
local terms = {}
for at = 3, #ARGV do terms[#terms + 1] = ARGV[at] end
local values = redis.call('HMGET', KEYS[1], unpack(terms))
local written, emptied, counted = {}, {}, {}
for at, term in ipairs(terms) do
  local value = changed(values[at] or '')
  if value then
    if value == '' then
      emptied[#emptied + 1] = term
    else
      written[#written + 1] = term
      written[#written + 1] = value
    end
    -- Marks of a kind of their own (~ as written, ^ of the subject, = what is no word) are neither counted nor begun like.
    if not term:find('^[~=^]') then counted[#counted + 1] = term end
  end
end
if #written > 0 then redis.call('HSET', KEYS[1], unpack(written)) end
if #emptied > 0 then redis.call('HDEL', KEYS[1], unpack(emptied)) end
if #counted == 0 then return end

local counts = redis.call('HMGET', KEYS[2], unpack(counted))
local told, gone, new = {}, {}, {}
for at, word in ipairs(counted) do
  local count = (tonumber(counts[at]) or 0) + (has and 1 or -1)
  if count == 0 then
    gone[#gone + 1] = word
  else
    told[#told + 1] = word
    told[#told + 1] = count
    if has and count == 1 then
      new[#new + 1] = 0
      new[#new + 1] = word
    end
  end
end
if #told > 0 then redis.call('HSET', KEYS[2], unpack(told)) end
if #gone > 0 then
  redis.call('HDEL', KEYS[2], unpack(gone))
  redis.call('ZREM', KEYS[3], unpack(gone))
end
if #new > 0 then redis.call('ZADD', KEYS[3], unpack(new)) end
