// Has each widget upload a file to the API: node widgets.cjs BROWSER API MODULES FILE
const http = require('node:http');
const fs = require('node:fs');
const path = require('node:path');
const puppeteer = require('puppeteer-core');
const [executablePath, api, modules, file] = process.argv.slice(2);

const widgets = {
  'Dropzone': {
    files: ['dropzone/dist/dropzone-min.js'],
    body: `<div id="zone"></div><script>Dropzone.autoDiscover = false; new Dropzone('#zone', { url: '${api}/images' })</script>`,
    input: '.dz-hidden-input',
  },
  'FilePond': {
    files: ['filepond/dist/filepond.min.js'],
    body: `<input type="file" id="pond"><script>FilePond.create(document.getElementById('pond'), { server: '${api}/images' })</script>`,
    input: 'input[type=file]',
  },
  'Uppy': {
    files: ['uppy/dist/uppy.min.js'],
    body: `<input type="file" id="file"><script>
      const uppy = new Uppy.Uppy({ autoProceed: true }).use(Uppy.XHRUpload, { endpoint: '${api}/images' });
      document.getElementById('file').onchange = event => uppy.addFile({ name: event.target.files[0].name, type: event.target.files[0].type, data: event.target.files[0] });
    </script>`,
    input: '#file',
  },
  'Plupload': {
    files: ['plupload/js/plupload.full.min.js'],
    body: `<button id="browse">Browse</button><script>
      const uploader = new plupload.Uploader({ browse_button: 'browse', url: '${api}/images' });
      uploader.bind('FilesAdded', () => uploader.start());
      uploader.init();
    </script>`,
    input: 'input[type=file]',
  },
  'A plain form': {
    body: form('<input type="file" name="picture"><input type="text" name="title" value="Sea">'),
    input: 'input[name=picture]',
    submit: 'input[type=submit]',
  },
  'A plain form with a second field whose file was not chosen': {
    body: form('<input type="file" name="other"><input type="file" name="picture"><input type="text" name="owner">'),
    input: 'input[name=picture]',
    submit: 'input[type=submit]',
  },
  'A plain form without a file': {
    body: form('<input type="file" name="picture">'),
    submit: 'input[type=submit]',
    status: 400,
  },
};

function form(fields) {
  return `<form method="post" enctype="multipart/form-data" action="${api}/images">${fields}<input type="submit" name="send" value="Upload"></form>`;
}

const server = http.createServer((request, response) => {
  const name = decodeURIComponent(request.url.slice(1));
  if (widgets[name]) {
    const scripts = (widgets[name].files ?? []).map(script => `<script src="/modules/${script}"></script>`).join('');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>${name}</title>${scripts}${widgets[name].body}`);
  } else if (name.startsWith('modules/') && fs.existsSync(path.join(modules, name.slice(8)))) {
    response.setHeader('Content-Type', 'text/javascript');
    response.end(fs.readFileSync(path.join(modules, name.slice(8))));
  } else {
    response.statusCode = 404;
    response.end();
  }
});

async function upload(browser, origin, name) {
  const { input, submit, status = 201 } = widgets[name];
  const page = await browser.newPage();
  page.on('pageerror', error => console.log(`${name}: ${error.message}`));
  try {
    await page.goto(`${origin}/${encodeURIComponent(name)}`);
    const answered = page.waitForResponse(
      response => response.request().method() === 'POST' && response.url().startsWith(api), { timeout: 30000 });
    if (input)
      await (await page.waitForSelector(input)).uploadFile(file);
    if (submit)
      await page.click(submit);
    const response = await answered;
    console.log(`${name}: ${response.status()}`);
    return response.status() === status;
  } catch (error) {
    console.log(`${name}: ${error.message}`);
    return false;
  } finally {
    await page.close();
  }
}

(async () => {
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] });
  const names = Object.keys(widgets);
  let passed = 0;
  try {
    for (const name of names)
      passed += await upload(browser, origin, name) ? 1 : 0;
  } finally {
    await browser.close();
    server.close();
  }
  console.log(`widgets: ${passed} passed, ${names.length - passed} failed`);
  process.exitCode = passed === names.length ? 0 : 1;
})();
