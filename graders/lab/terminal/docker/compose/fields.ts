type Names = ReadonlySet<string>;
const named = (text: string): Names => new Set(text.split(' '));

/** What a Compose file may say at its top. @see https://github.com/compose-spec/compose-go/blob/v2.9.1/schema/compose-spec.json */
export const topFields: Names = named('version name include services models networks volumes secrets configs');

/** What a service may say. */
export const serviceFields: Names = named(
  'develop deploy annotations attach build blkio_config cap_add cap_drop cgroup cgroup_parent command configs container_name cpu_count cpu_percent cpu_shares cpu_quota cpu_period cpu_rt_period cpu_rt_runtime cpus cpuset credential_spec depends_on device_cgroup_rules devices dns dns_opt dns_search domainname entrypoint env_file label_file environment expose extends provider external_links extra_hosts gpus group_add healthcheck hostname image init ipc isolation labels links logging mac_address mem_limit mem_reservation mem_swappiness memswap_limit network_mode models networks oom_kill_disable oom_score_adj pid pids_limit platform ports post_start pre_stop privileged profiles pull_policy pull_refresh_after read_only restart runtime scale security_opt shm_size secrets sysctls stdin_open stop_grace_period stop_signal storage_opt tmpfs tty ulimits use_api_socket user uts userns_mode volumes volumes_from working_dir',
);

/** Of those, what changes how a service runs in ways that are not followed here. */
export const notFollowed: Names = named(
  'configs credential_spec extends provider models network_mode post_start pre_stop runtime scale secrets volumes_from',
);

/** Of `build`, what is followed. The rest says so. */
export const buildFields: Names = named(
  'context dockerfile args target no_cache pull labels tags cache_from cache_to platforms',
);
