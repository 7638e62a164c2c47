"""What bash and fish run to complete a line: click's own, but that a path is only ever text to them."""

from __future__ import annotations

# A path such as $(date).txt must not be run by Enter. Within quotes that are open readline knows best how
# to go on, and does so for names of files alone.
BASH = """\
%(complete_func)s() {
    local IFS=$'\\n' found value
    COMPREPLY=()
    while read -r found; do
        value=${found#*,}
        case ${found%%%%,*} in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            plain)
                case ${COMP_WORDS[COMP_CWORD]} in
                    [\\"\\']*) compopt -o filenames ;;
                    *) printf -v value %%q "$value" ;;
                esac
                COMPREPLY+=("$value")
                ;;
        esac
    done < <(env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD="$COMP_CWORD" %(complete_var)s=bash_complete "$1")
}

complete -o nosort -F %(complete_func)s %(prog_name)s
"""

# Only the first comma parts kind from value: the others belong to a title or a path.
FISH = """\
function %(complete_func)s
    set -l line (commandline -cp)
    set -l word (commandline -t)
    for found in (env %(complete_var)s=fish_complete COMP_WORDS=$line COMP_CWORD=$word %(prog_name)s)
        set -l parts (string split --max 1 , -- $found)
        switch $parts[1]
            case dir
                __fish_complete_directories $parts[2]
            case file
                __fish_complete_path $parts[2]
            case plain
                printf '%%s\\n' $parts[2]
        end
    end
end

complete --no-files --command %(prog_name)s --arguments '(%(complete_func)s)'
"""
