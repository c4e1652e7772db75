-- Drives a headless Neovim against the language server, and writes what the editor then holds as JSON.
-- Runs on 0.7 and later. ARGS: the server's command, the draft, the file for the result.
local server, draft, out = vim.env.SCSCHECK_SERVER, vim.env.SCSCHECK_DRAFT, vim.env.SCSCHECK_OUT
local result = { steps = {} }

local function finish(problem)
  result.problem = problem
  vim.fn.writefile({ vim.fn.json_encode(result) }, out)
  vim.cmd('qall!')
end

-- Waits until `holds` gives a value that is true, and gives it; ends the editor where it never does.
local function await(what, holds)
  local value
  local ok = vim.wait(30000, function()
    value = holds()
    return value
  end, 10)
  if not ok then
    finish('waited in vain for ' .. what)
  end
  return value
end

local function diagnostics()
  return vim.tbl_map(function(one)
    local text = vim.api.nvim_buf_get_text(0, one.lnum, one.col, one.end_lnum, one.end_col, {})
    return {
      line = one.lnum,
      text = table.concat(text, '\n'),
      severity = one.severity,
      source = one.source,
      code = one.code,
      message = one.message,
    }
  end, vim.diagnostic.get(0))
end

local function count(n)
  return function()
    return #vim.diagnostic.get(0) == n
  end
end

local function step(name, value)
  result.steps[name] = value
end

local function main()
  vim.cmd('edit ' .. vim.fn.fnameescape(draft))
  local client_id = vim.lsp.start_client({
    name = 'scscheck',
    cmd = vim.fn.json_decode(server),
    root_dir = vim.fn.fnamemodify(draft, ':h'),
    get_language_id = function()
      return 'markdown'
    end,
    handlers = {
      ['window/logMessage'] = function() end,
    },
  })
  vim.lsp.buf_attach_client(0, client_id)
  local client = await('the server', function()
    local one = vim.lsp.get_client_by_id(client_id)
    return one and one.server_capabilities and one.initialized ~= false and one
  end)
  await('the first diagnostics', count(2))
  step('opened', diagnostics())

  -- A new line above: what stands below moves.
  vim.api.nvim_buf_set_lines(0, 0, 0, false, { 'A line 😀 above.', '' })
  await('diagnostics that have moved', function()
    local all = vim.diagnostic.get(0)
    return #all == 2 and all[1].lnum >= 4
  end)
  step('moved', diagnostics())

  -- Typed into the first claim as a writer would, key by key.
  vim.fn.search('Every Chinese')
  vim.api.nvim_feedkeys('iIt is a myth that ', 'xt', false)
  await('one diagnostic less', count(1))
  step('typed', diagnostics())
  vim.cmd('silent undo')
  await('it to come back', count(2))

  local function request(method, params)
    local answers = vim.lsp.buf_request_sync(0, method, params, 30000) or {}
    return (answers[client_id] or {}).result
  end
  vim.fn.search('Every Chinese')
  step('hover', request('textDocument/hover', vim.lsp.util.make_position_params(0, client.offset_encoding)))

  local params = vim.lsp.util.make_range_params(0, client.offset_encoding)
  params.context = { diagnostics = {} }
  local actions = request('textDocument/codeAction', params) or {}
  step(
    'actions',
    vim.tbl_map(function(one)
      return one.title
    end, actions)
  )
  for _, one in ipairs(actions) do
    if one.title:find('in this paragraph', 1, true) then
      vim.lsp.util.apply_workspace_edit(one.edit, client.offset_encoding)
    end
  end
  await('the suppressed finding to go', count(1))
  step('suppressed', vim.api.nvim_buf_get_lines(0, 0, -1, false))

  vim.lsp.stop_client(client_id)
  await('the server to end', function()
    return vim.lsp.get_client_by_id(client_id) == nil
  end)
  finish(nil)
end

vim.defer_fn(function()
  local ok, problem = pcall(main)
  if not ok then
    finish(problem)
  end
end, 0)
