// What a page of another site can try, with the URLs that it is given.
async json => {
  const { api, aws, image, list, read, put, delete: remove, gif } = JSON.parse(json);
  const picture = Uint8Array.from(atob(gif), letter => letter.charCodeAt(0));
  const seen = [];
  const send = async (url, options = {}) => {
    try {
      const answer = await fetch(url, options);
      if (answer.type !== 'opaque') seen.push(`${options.method ?? 'GET'} ${answer.status} ${await answer.text()}`);
    } catch { /* The browser tells a page nothing more. */ }
  };
  const loaded = element => new Promise(done => {
    element.onload = () => done(true);
    element.onerror = () => done(false);
    document.body.append(element);
  });

  // Reading, as a script may if it is allowed to, and as any page may.
  for (const url of [list, read, `${api}/images`, `${aws}_localstack/health`]) {
    await send(url);
    await send(url, { mode: 'no-cors' });
  }
  for (const src of [read, `${image}?download=true`]) {
    const shown = Object.assign(new Image(), { src });
    if (await loaded(shown) && shown.naturalWidth) seen.push('a picture');
  }
  await loaded(Object.assign(document.createElement('script'), { src: list }));

  // Writing without asking before: a form, a beacon, and a request that a form could send.
  await send(`${api}/images?fileName=fetched.gif`, { method: 'POST', mode: 'no-cors', body: new Blob([picture], { type: 'text/plain' }) });
  navigator.sendBeacon(`${api}/images?fileName=beacon.gif`, new Blob([picture], { type: 'text/plain' }));
  const frame = Object.assign(document.createElement('iframe'), { name: 'frame' });
  await loaded(frame);
  const form = Object.assign(document.createElement('form'), { method: 'post', enctype: 'multipart/form-data', action: `${api}/images`, target: 'frame' });
  const field = Object.assign(document.createElement('input'), { type: 'file', name: 'file' });
  const files = new DataTransfer();
  files.items.add(new File([picture], 'form.gif', { type: 'image/gif' }));
  field.files = files.files;
  form.append(field);
  document.body.append(form);
  const posted = new Promise(done => { frame.onload = () => done(true); });
  form.submit();
  await posted;

  // Writing after the browser has asked.
  const call = (target, body) => send(aws, { method: 'POST', body: JSON.stringify(body), headers: { 'X-Amz-Target': `DynamoDB_20120810.${target}`, 'Content-Type': 'application/x-amz-json-1.0' } });
  await call('DeleteTable', { TableName: 'ImageMetadata' });
  await send(image, { method: 'PATCH', body: '{"fileName":"taken.png"}', headers: { 'Content-Type': 'application/json' } });
  await send(put, { method: 'PUT', body: 'overwritten' });
  await send(remove, { method: 'DELETE' });
  await send(image, { method: 'DELETE' });
  return JSON.stringify(seen);
}
