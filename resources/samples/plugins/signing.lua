-- An example of a plugin in Lua: each function gets its parameters by name in one table.

-- FNV-1a, 32 bits
local function checksum(text)
  local hash = 2166136261
  for i = 1, #text do
    hash = ((hash ~ text:byte(i)) * 16777619) & 0xFFFFFFFF
  end
  return string.format("%08x", hash)
end

-- func: gives a text
function signature(args)
  return checksum(args.key .. "\n" .. args.text)
end

-- req: may send any number of requests; the result is one row of the report
function signed_get(args)
  local reply = http.request{
    method = "GET",
    url = args.url,
    headers = { ["X-Signature"] = checksum(args.key .. "\n" .. args.url) },
  }
  if reply.status < 200 or reply.status > 299 then
    return { ok = false, status = reply.status, message = reply.error ~= "" and reply.error or "HTTP status " .. reply.status .. "." }
  end
  return { ok = true, status = reply.status }
end

-- check: nothing, or "" when it holds, else why it does not
function body_has(args)
  if args.__body:find(args.word, 1, true) then
    return ""
  end
  return "The body does not hold “" .. args.word .. "”."
end
