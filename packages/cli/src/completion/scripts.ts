/** The shells that completion is printed for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof SHELLS)[number];

/** What a shell needs to complete `joinery`; the words come from `joinery complete`, so they are never out of date. */
export const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `# joinery: put this into ~/.bashrc, or run: eval "$(joinery completion bash)"
_joinery() {
  local IFS=$'\\n' word="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=($(compgen -W "$(joinery complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1)" -- "$word"))
}
complete -o default -o bashdefault -F _joinery joinery
`,
  zsh: `#compdef joinery
# joinery: put this into ~/.zshrc, or run: eval "$(joinery completion zsh)"
_joinery() {
  local -a names described
  local line
  for line in "\${(@f)$(joinery complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -z "$line" ]] && continue
    names+=("\${line%%$'\\t'*}")
    described+=("\${line/$'\\t'/ -- }")
  done
  if (( \${#names} )); then compadd -l -d described -- "\${names[@]}"; else _files; fi
}
compdef _joinery joinery
`,
  fish: `# joinery: put this into ~/.config/fish/completions/joinery.fish, or run: joinery completion fish | source
function __joinery_complete
    set -l words (commandline -opc)
    joinery complete -- $words[2..-1] (commandline -ct) 2>/dev/null
end
complete -c joinery -f -a '(__joinery_complete)'
`,
};
