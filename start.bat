@echo off
rem Double-click this on Windows: it finds Python and lets start.py set the course up and open it.
setlocal
chcp 65001 >nul
pushd "%~dp0"
if not exist start.py goto not_unpacked

rem Each is run for nothing, since Windows keeps a "python" that only opens its store.
set "PYTHON="
py -3 -c "" >nul 2>&1 && set "PYTHON=py -3"
if not defined PYTHON python -c "" >nul 2>&1 && set "PYTHON=python"
if not defined PYTHON goto no_python

%PYTHON% start.py %*
set "STATUS=%ERRORLEVEL%"
if "%STATUS%"=="0" goto end
if "%STATUS%"=="130" goto end
goto hold

:no_python
set "STATUS=2"
echo.
echo Python was not found. Download it from python.org, tick "Add python.exe to PATH"
echo while installing it, and then double-click start.bat again.
echo.
echo 没有找到 Python。请到 python.org 下载，安装时勾选 "Add python.exe to PATH"，
echo 装好后再双击一次 start.bat。
goto hold

:not_unpacked
set "STATUS=2"
echo.
echo The course is still inside the ZIP. Unpack all of it into a folder,
echo and double-click start.bat in that folder.
echo.
echo 课程还在 ZIP 里。请先把它完整解压到一个文件夹，再双击那里的 start.bat。
goto hold

:hold
echo.
pause

:end
popd
endlocal & exit /b %STATUS%
