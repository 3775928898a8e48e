/** What tells a command from other code. */

const tools = new Set(
  (
    'alias ansible apk apt apt-cache apt-get apt-mark arp awk aws az base64 bash brew bridge bundle busybox calicoctl cargo cat cd certbot chmod chown cilium cni consul containerd cp crictl cron crontab crontab ctr curl cut date dd df dig ' +
    'dnf docker docker-compose dpkg du echo eksctl env ethtool etcdctl etcdutl export fdisk find firewall-cmd flux free gcloud gh git go gpg grep groupadd gunzip gzip head helm history host hostname hostnamectl htop id ifconfig ip ipconfig iptables ipvsadm istioctl ' +
    'java journalctl jq k k3d k3s k9s kill killall kind kops kube-apiserver kubeadm kubectl kubectx kubelet kubens kustomize ldconfig less ln locate ls lsblk lscpu lsmod lsof make man minikube mkdir mkfs modprobe more mount mv mvn mysql nano nc ncat nerdctl ' +
    'netplan netstat nft nginx nmap nmcli node npm npx nslookup openssl pacman passwd perl ping pip pip3 pkill podman ps psql pulumi pwd python python3 redis-cli rm rmdir route rpm rsync ruby runc scp sed service set sftp sh skopeo sleep snap sort source ss ssh ssh-add ' +
    'ssh-copy-id ssh-keygen strace su sudo swapoff swapon sysctl systemctl tail tar tcpdump tee telnet terraform timedatectl top touch traceroute tracert trivy truncate tshark ufw ulimit umount uname uniq unzip uptime useradd usermod vagrant vault velero vi vim visudo watch ' +
    'wc wget which who whoami wsl xargs yarn yum zip zypper'
  ).split(/\s+/),
);

const shellLanguages = new Set([
  'bash',
  'sh',
  'shell',
  'zsh',
  'console',
  'terminal',
  'shell-session',
  'shellsession',
  'fish',
  'powershell',
  'ps1',
  'cmd',
  'ksh',
]);

export const isShellLanguage = (language: string): boolean => shellLanguages.has(language);

/** Whether the word is the name of a program that is typed; short words of prose are not. */
export const isProgram = (word: string): boolean =>
  (tools.has(word) &&
    !/^(?:find|set|host|watch|which|who|service|make|man|more|less|head|top|kill|date|time|sort|cut|history|id|go|node|route|bridge|free|touch|locate|sleep|kind|source|k|env|gh|export|alias)$/.test(
      word,
    )) ||
  /^(?:find|top|sort|cut|make|kill|head|tail|free|touch|locate)$/.test(word);

/** The program a command line starts, past `sudo`, variables and paths; '' when there is none. */
export function programOf(line: string): string {
  const words = line.trim().split(/\s+/);
  const at = words.findIndex((word) => !/^(sudo|time|nohup|\w+=\S*)$/.test(word));
  return (words[at < 0 ? words.length : at] ?? '').replace(/^.*\//, '');
}

/** Whether a line reads as a command somebody types: it starts with a known program, or `export`. */
export function isShellCommand(line: string): boolean {
  const program = programOf(line);
  if (!tools.has(program)) return false;
  // "find the pod", "set up": prose that starts like a program.
  if (
    /^(find|set|host|watch|which|who|source|service|make|man|more|less|head|tail|top|kill|date|time|sort|cut|history|id|go|node|route|bridge|bundle|echo|k|ip|env|free|touch|locate|sleep|kind)$/.test(
      program,
    )
  ) {
    return /(\s--?\w|[/$|=>.*~]|\d)/.test(line) || line.trim().split(/\s+/).length <= 3;
  }
  return true;
}
