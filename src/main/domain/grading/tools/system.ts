/** Flags of the programs around a cluster: services, logs, certificates, containers, files and the network (GNU and systemd manuals). */
import { tool } from './tool.js';
import type { Tool } from './tool.js';

const files = (flags: string): Tool => tool({ flags, paths: true });

const container = tool({
  words: `attach build commit container cp create diff events exec export history images import info inspect kill load login logout logs network pause
    port prune ps pull push rename restart rm rmi run save search start stats stop system tag top unpause update version volume wait`,
  flags: `
    a|all q|quiet no-trunc n|last= l|latest s|size filter+ format= f|force v|volumes H|host= c|context= D|debug
    d|detach i|interactive t|tty rm name= p|publish+ P|publish-all e|env+ env-file+ volume+ w|workdir= u|user= network|net= h|hostname= entrypoint= restart=
    privileged cap-add+ cap-drop+ m|memory= cpus= label+ read-only mount+ add-host+ link+ pull= platform= tmpfs+ security-opt+ pid=`,
  commands: {
    'run|create': `d|detach i|interactive t|tty rm name= p|publish+ P|publish-all e|env+ v|volume+ w|workdir= u|user= network|net= h|hostname= m|memory=
      l|label+ q|quiet`,
    exec: 'd|detach i|interactive t|tty e|env+ w|workdir= u|user= privileged',
    build: 't|tag+ f|file= build-arg+ no-cache pull target= q|quiet platform= o|output= network=',
    logs: 'f|follow n|tail= since= until= t|timestamps details',
    'stop|restart': 't|time=',
    images: 'a|all q|quiet no-trunc f|filter+ digests format=',
    ps: 'a|all q|quiet no-trunc n|last= l|latest s|size f|filter+ format=',
    save: 'o|output=',
    load: 'i|input= q|quiet',
    'inspect|version|info': 'f|format= s|size',
    rm: 'f|force v|volumes l|link',
    login: 'u|username= p|password= password-stdin',
  },
  commandAfter: { run: 2, exec: 2 },
});

const openssl = tool({
  singleDash: true,
  words:
    'asn1parse ca ciphers crl dgst ec ecparam enc genpkey genrsa passwd pkcs12 pkey rand req rsa s_client s_server verify version x509',
  flags: `
    in= out= noout text subject issuer dates startdate enddate serial fingerprint ext= modulus pubkey checkend= checkhost= checkip= purpose hash
    inform= outform= req new newkey= nodes noenc keyout= subj= days= x509 CA= CAkey= CAcreateserial CAserial= CAfile= CApath= key= cert= extensions=
    extfile= addext+ reqexts= config= passin= passout= pass= pubin pubout sign= signkey= verify sha256 sha384 sha512 aes256 connect= servername=
    showcerts starttls= verify_return_error alpn= tls1_2 tls1_3 brief quiet digest= set_serial= certfile= inkey= export name= nokeys nocerts clcerts
    algorithm= pkeyopt+ base64 hex e|enc d|dec a A k= salt pbkdf2 iter= untrusted= partial_chain copy_extensions= batch`,
});

const systemctl = tool({
  units: true,
  words: `cat daemon-reexec daemon-reload disable edit enable get-default halt is-active is-enabled is-failed isolate kill list-dependencies list-jobs
    list-sockets list-timers list-unit-files list-units mask poweroff reboot reenable reload reload-or-restart reset-failed restart revert set-default
    set-property show start status stop try-restart unmask`,
  flags:
    'l|full no-pager now t|type= state, a|all user system n|lines= q|quiet f|force p|property, value o|output= r|recursive no-block H|host= failed no-legend plain runtime',
});

const journalctl = tool({
  units: true,
  flags: `
    u|unit+ user-unit+ f|follow n|lines= e|pager-end x|catalog b|boot? p|priority= r|reverse k|dmesg o|output= S|since= U|until= no-pager a|all q|quiet
    g|grep= t|identifier+ no-hostname utc l|full D|directory= disk-usage vacuum-size= vacuum-time= list-boots no-tail m|merge user system`,
});

const curl = tool({
  flags: `
    k|insecure s|silent S|show-error L|location H|header+ X|request= d|data+ data-raw+ data-binary+ data-urlencode+ o|output= O|remote-name I|head v|verbose
    f|fail cacert= E|cert= key= cert-type= u|user= m|max-time= connect-timeout= A|user-agent= b|cookie= c|cookie-jar= e|referer= F|form+ G|get i|include
    x|proxy= w|write-out= T|upload-file= resolve+ unix-socket= retry= N|no-buffer C|continue-at= 4|ipv4 6|ipv6 tlsv1.2 tlsv1.3 http1.1 http2 compressed
    oauth2-bearer= json= path-as-is g|globoff fail-with-body r|range= z|time-cond= interface= noproxy=`,
});

const wget = tool({
  flags: `q|quiet O|output-document= T|timeout= t|tries= S|server-response c|continue spider no-check-certificate P|directory-prefix= v|verbose header+
    post-data= ca-certificate= n= r|recursive i|input-file= 4|inet4-only 6|inet6-only`,
});

const packageWords =
  'autoremove clean dist-upgrade download full-upgrade install list policy purge reinstall remove search show update upgrade';

/** By program. */
export const systemTools: ReadonlyMap<string, Tool> = new Map([
  ['docker', container],
  ['podman', container],
  ['nerdctl', container],
  ['openssl', openssl],
  ['systemctl', systemctl],
  ['journalctl', journalctl],
  ['curl', curl],
  ['wget', wget],
  [
    'ls',
    files(
      'a|all A|almost-all l h|human-readable t r|reverse R|recursive d|directory i|inode S s|size 1 F|classify L|dereference n|numeric-uid-gid Z|context color? sort= time=',
    ),
  ],
  [
    'cp',
    files(
      'r|R|recursive a|archive f|force i|interactive n|no-clobber p v|verbose u|update L|dereference d P|no-dereference l|link s|symbolic-link t|target-directory= T|no-target-directory preserve?',
    ),
  ],
  ['mv', files('f|force i|interactive n|no-clobber v|verbose u|update t|target-directory= b T|no-target-directory')],
  ['rm', files('r|R|recursive f|force i v|verbose d|dir')],
  ['mkdir', files('p|parents m|mode= v|verbose Z')],
  ['rmdir', files('p|parents v|verbose')],
  ['touch', files('a c|no-create m r|reference= d|date= t=')],
  ['ln', files('s|symbolic f|force n|no-dereference v|verbose r|relative')],
  ['cat', files('n|number A|show-all b|number-nonblank s|squeeze-blank e t v|show-nonprinting E|show-ends T|show-tabs')],
  ['cd', files('')],
  ['tail', files('n|lines= f|follow F c|bytes= q|quiet v|verbose s|sleep-interval= retry pid=')],
  ['head', files('n|lines= c|bytes= q|quiet v|verbose')],
  ['less', files('S N R F X')],
  ['chmod', files('R|recursive v|verbose f|silent c|changes reference=')],
  ['chown', files('R|recursive v|verbose f|silent c|changes reference= h|no-dereference')],
  ['du', files('s|summarize h|human-readable a|all c|total d|max-depth= k m x|one-file-system')],
  ['df', files('h|human-readable T|print-type i|inodes a|all t|type= x|exclude-type= k')],
  ['stat', files('c|format= f|file-system L|dereference t|terse')],
  ['tree', files('L= a d f h')],
  ['scp', files('r p q P= i= C o+ 3 v')],
  [
    'grep',
    tool({
      flags: `i|ignore-case v|invert-match r|recursive R|dereference-recursive n|line-number E|extended-regexp F|fixed-strings G|basic-regexp
    P|perl-regexp e|regexp+ f|file= c|count l|files-with-matches L|files-without-match o|only-matching q|quiet s|no-messages w|word-regexp
    x|line-regexp A|after-context= B|before-context= C|context= h|no-filename H|with-filename m|max-count= a|text z|null-data color? include+ exclude+ exclude-dir+`,
    }),
  ],
  [
    'tar',
    tool({
      flags: `c|create x|extract t|list r|append u|update f|file= z|gzip j|bzip2 J|xz v|verbose C|directory= p|preserve-permissions k exclude+
    strip-components= zstd O|to-stdout h|dereference`,
    }),
  ],
  [
    'sort',
    tool({
      flags:
        'n|numeric-sort r|reverse k|key+ t|field-separator= u|unique h|human-numeric-sort V|version-sort f|ignore-case o|output= M s|stable',
    }),
  ],
  ['uniq', tool({ flags: 'c|count d|repeated u|unique i|ignore-case f|skip-fields= s|skip-chars=' })],
  ['wc', tool({ flags: 'l|lines w|words c|bytes m|chars L|max-line-length' })],
  ['cut', tool({ flags: 'd|delimiter= f|fields= c|characters= b|bytes= s|only-delimited' })],
  ['tr', tool({ flags: 'd|delete s|squeeze-repeats c|complement' })],
  ['tee', tool({ flags: 'a|append i|ignore-interrupts' })],
  ['base64', tool({ flags: 'd|D|decode w|wrap= i|ignore-garbage' })],
  ['jq', tool({ flags: 'r|raw-output c|compact-output s|slurp n|null-input e|exit-status S|sort-keys a|ascii-output j|join-output' })],
  ['echo', tool({ flags: 'n e E' })],
  [
    'ss',
    tool({
      flags:
        't|tcp u|udp l|listening n|numeric p|processes a|all x|unix s|summary i|info o|options e|extended m|memory 4|ipv4 6|ipv6 r|resolve H|no-header',
    }),
  ],
  [
    'netstat',
    tool({ flags: 't|tcp u|udp l|listening n|numeric p|program a|all r|route i|interfaces s|statistics e|extend c|continuous x 4 6' }),
  ],
  ['ps', tool({ flags: 'e|A f F l C= p|pid= u= o|format+ sort= a x w no-headers' })],
  ['pgrep', tool({ flags: 'a|list-full f|full l|list-name x|exact u|euid= n|newest o|oldest c|count' })],
  ['lsof', tool({ flags: 'i? n P p= u= t' })],
  ['nc', tool({ flags: 'z v w= u l p= n k 4 6 N q= s=' })],
  ['ping', tool({ flags: 'c= i= w= W= n q s= I= 4 6' })],
  ['ssh', tool({ flags: 'i= p= l= o+ t T v q A N L+ R+ D= J= f X C F= 4 6', commandAfter: { '': 1 } })],
  [
    'iptables',
    tool({
      flags:
        't|table= L|list? S|list-rules? A|append= I|insert= D|delete= F|flush? n|numeric v|verbose line-numbers p|protocol= s|source= d|destination= j|jump= i|in-interface= o|out-interface= dport= sport= m|match+ N= P= X? Z?',
    }),
  ],
  ['ipvsadm', tool({ flags: 'L|l|list n|numeric C|clear stats rate c|connection' })],
  [
    'apt-get',
    tool({
      words: packageWords,
      flags:
        'y|yes|assume-yes q|quiet f|fix-broken allow-change-held-packages only-upgrade no-install-recommends download-only|d purge reinstall allow-downgrades s|simulate',
    }),
  ],
  [
    'apt',
    tool({
      words: packageWords,
      flags:
        'y|yes|assume-yes q|quiet f|fix-broken allow-change-held-packages only-upgrade no-install-recommends download-only|d purge reinstall allow-downgrades s|simulate upgradable a|all-versions',
    }),
  ],
  ['sysctl', tool({ flags: 'w|write p|load? a|all n|values system e|ignore q|quiet' })],
  ['mount', tool({ flags: 't|types= o|options, a|all r|read-only bind v' })],
  ['sed', tool({ flags: 'i|in-place? n|quiet e|expression+ E|r|regexp-extended f|file= s' })],
  ['watch', tool({ flags: 'n|interval= d|differences t|no-title e|errexit c|color x|exec', commandAfter: { '': 0 } })],
  [
    'xargs',
    tool({
      flags: 'I= n|max-args= r|no-run-if-empty 0|null P|max-procs= t|verbose L= d|delimiter= p|interactive',
      commandAfter: { '': 0 },
    }),
  ],
  ['time', tool({ flags: 'p v', commandAfter: { '': 0 } })],
  ['nohup', tool({ commandAfter: { '': 0 } })],
  ['chroot', tool({ commandAfter: { '': 1 } })],
  ['nsenter', tool({ flags: 't|target= m|mount u|uts i|ipc n|net? p|pid a|all', commandAfter: { '': 0 } })],
  ['useradd', tool({ flags: 'm|create-home s|shell= u|uid= g|gid= G|groups, d|home-dir= c|comment= r|system M' })],
]);
