"""barbican's own WSGI script reads /etc/barbican, and nothing else."""

from barbican.common import config

config.parse_args(config.CONF, args=["--config-file", "{{ etc }}/barbican.conf"])

from paste import deploy  # noqa: E402  (the application reads the configuration as it is imported)

application = deploy.loadapp("config:{{ venv }}/etc/barbican/barbican-api-paste.ini")
