# Inside of new mount and pid namespaces: makes a root of its own, leaves the old one for good, drops every right and starts
# the service. Run by `cage.ts`; needs mount, pivot_root, setpriv and prlimit of util-linux.
#   sh cage.sh ROOT FILES DROP PORT PATHS... -- COMMAND...
#   ROOT   an empty folder      FILES  what the root gets      DROP  user id to become; empty stays who it is
#   PORT   for the variable; empty leaves it out               PATHS  what is shown, read-only, at the same place
set -eu
root=$1 files=$2 drop=$3 port=$4
shift 4
mount -t tmpfs -o size=8m,nr_inodes=4096,mode=755,nosuid,nodev tmpfs "$root"
show() {
  if [ -d "$1" ]; then mkdir -p "$root$1"; else mkdir -p "$root${1%/*}"; : >"$root$1"; fi
  mount --bind "$1" "$root$1"
  mount -o remount,bind,ro,nosuid,nodev "$root$1"
}
show /usr
for name in bin sbin lib lib64 lib32; do
  if [ -L "/$name" ]; then ln -s "$(readlink "/$name")" "$root/$name"; elif [ -d "/$name" ]; then show "/$name"; fi
done
# Before anything is shown: an interpreter may itself lie under /tmp.
mkdir -p "$root/tmp"
mount -t tmpfs -o size=8m,nr_inodes=4096,mode=1777,nosuid,nodev tmpfs "$root/tmp"
while [ "$1" != -- ]; do
  case $1 in /usr/*) ;; *) show "$1" ;; esac
  shift
done
shift
mkdir -p "$root/dev" "$root/etc" "$root/old" "$root/proc"
for name in null zero random urandom; do
  : >"$root/dev/$name"
  mount --bind "/dev/$name" "$root/dev/$name"
done
printf '127.0.0.1 localhost\n::1 localhost\n' >"$root/etc/hosts"
printf 'nobody:x:%s:%s:nobody:/tmp:/bin/false\n' "${drop:-0}" "${drop:-0}" >"$root/etc/passwd"
cp -R "$files/." "$root/"
# `umount` reads the list of mounts in /proc, which nobody sees afterwards.
mount -t proc proc "$root/proc"
# No namespaces within: only the owner of a user namespace may say so, and only for his own.
[ -n "$drop" ] || echo 0 >"$root/proc/sys/user/max_user_namespaces" 2>/dev/null || true
cd "$root"
pivot_root . old
umount -l /old
rmdir /old
umount -l /proc
mount -o remount,ro,nosuid,nodev /
cd "${WORKDIR:-/}" 2>/dev/null || cd /
[ -z "$drop" ] || set -- "$drop" "$@"
become=''
[ -z "$drop" ] || { become="--reuid=$1 --regid=$1 --clear-groups" && shift; }
# Not process 1 itself, since that one gets no signal it does not ask for; and when it ends, so does everything it started.
# shellcheck disable=SC2086,SC2016
exec prlimit --nproc=512 --nofile=2048 --core=0 --fsize=8388608 --cpu=60 \
  setpriv $become --inh-caps=-all --bounding-set=-all --no-new-privs \
  sh -c 'if [ -n "$0" ]; then env -i PORT="$0" "$@" & else env -i "$@" & fi; wait $!' "$port" "$@"
